import { type AnyRoute, defineRoute, reply } from './route.ts';

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[char] ?? char);

const whoMay = (route: AnyRoute<never>): string =>
  route.access === 'public' || route.access === 'anyone'
    ? 'alle'
    : route.access === 'signed-in'
      ? 'angemeldete Personen'
      : (route.access as readonly string[]).join(', ');

const entry = (route: AnyRoute<never>): string => `<section>
<h2><code>${route.method} ${escapeHtml(route.path)}</code></h2>
<p>${escapeHtml(route.summary)}</p>
<dl><dt>Wer darf</dt><dd>${escapeHtml(whoMay(route))}</dd>
${Object.entries(route.answers)
  .map(([status, answer]) => `<dt>${status}</dt><dd>${escapeHtml(answer.description)}</dd>`)
  .join('\n')}</dl>
</section>`;

const renderPage = (routes: readonly AnyRoute<never>[]): string => `<!doctype html>
<html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>Lotse: Schnittstelle</title></head>
<body><main><h1>Lotse: Schnittstelle</h1>
<p>Maschinenlesbar mit allen Feldern: <a href="/openapi.json">openapi.json</a></p>
${routes
  .filter(({ inner }) => !inner)
  .toSorted((a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method))
  .map(entry)
  .join('\n')}
</main></body></html>`;

/** The same list for people: plain HTML without script or style, so that nothing has to be fetched from elsewhere. */
export const apiDocsRoute = (routes: () => readonly AnyRoute<never>[]): AnyRoute<unknown> =>
  defineRoute<unknown>({
    method: 'GET',
    path: '/api-docs',
    summary: 'Diese Beschreibung zum Lesen',
    access: 'public',
    answers: { 200: { description: 'Die Seite.', raw: true } },
    handle: async () => reply(200, renderPage(routes()), { 'content-type': 'text/html; charset=utf-8' }),
  });
