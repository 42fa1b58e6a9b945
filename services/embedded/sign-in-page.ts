export type DemoAccount = { account: string; name: string; groups: readonly string[]; teams: readonly string[]; applicant: boolean };

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const button = ({ account, name }: DemoAccount): string =>
  `<li><button name="account" value="${escapeHtml(account)}"><strong>${escapeHtml(name)}</strong> <span>${escapeHtml(account)}</span></button></li>`;

/** Served apart from the application, so its colours stand here: light and dark, as the person's system has it. */
const style = `
  :root { color-scheme: light dark; }
  body { font: 1.125rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: light-dark(#171a2b, #f2f3f7); background: light-dark(#fff, #131525); }
  h1 { font-size: clamp(1.625rem, 1.3rem + 1.5vw, 2.25rem); line-height: 1.2; }
  h2 { font-size: 1.25rem; margin: 1.75rem 0 .75rem; }
  ul { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: .5rem; }
  button { width: 100%; min-height: 3rem; padding: .5rem .75rem; text-align: left; font: inherit; color: inherit; background: light-dark(#eef1fb, #232742); border: 1px solid light-dark(#5d6a9c, #8b96c4); border-radius: .25rem; cursor: pointer; }
  button:hover { background: light-dark(#d9e0f7, #333a63); }
  button:focus-visible { outline: 3px solid light-dark(#171a2b, #f2f3f7); outline-offset: 2px; }
  span { color: light-dark(#45507a, #b9c0dd); white-space: nowrap; }
`;

const page = (title: string, body: string): string => `<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`;

/** One click signs in: these accounts exist only in the embedded default and have no password. */
export const renderSignInPage = (uid: string, accounts: readonly DemoAccount[]): string => {
  const staff = accounts.filter(({ applicant }) => !applicant);
  const applicants = accounts.filter(({ applicant }) => applicant);
  const section = (title: string, list: readonly DemoAccount[]) =>
    list.length === 0 ? '' : `<h2>${title}</h2>\n<ul>\n${list.map(button).join('\n')}\n</ul>`;
  return page(
    'Bei Lotse anmelden',
    `<p>Dies ist die Vorführung mit erfundenen Personen. Wählen Sie, als wer Sie arbeiten möchten.</p>
<form method="post" action="/interaction/${escapeHtml(uid)}">
${section('Ausländerbehörde', staff)}
${section('Antragstellende', applicants)}
</form>`,
  );
};

/** `form` is the provider's own, with the secret that proves who asks. */
export const renderSignOutPage = (form: string): string =>
  page(
    'Von Lotse abmelden',
    `<p>In Lotse sind Sie abgemeldet. Soll auch der Anmeldedienst Sie vergessen? Dann fragt er beim nächsten Mal wieder, wer Sie sind.</p>
${form}
<ul><li><button autofocus type="submit" form="op.logoutForm" value="yes" name="logout"><strong>Ja, ganz abmelden</strong></button></li>
<li><button type="submit" form="op.logoutForm"><strong>Nein, zurück zur Startseite</strong></button></li></ul>`,
  );
