import test from 'ava';
import {
  ANSWER,
  aPermit,
  askedWhileExamining,
  CHECK,
  EXAMINE,
  feeAsked,
  finish,
  ofRefusal,
  papersComplete,
  REFUSE,
  refused,
  released,
  SIGN,
  taskOf,
  upToExamination,
  upToFee,
  votum,
  waitOf,
  whenSeen,
} from '../support/beschaeftigung.ts';
import { keepScreen, openBrowser, pageOf } from '../support/browser.ts';
import { button, draftSaved, focused, headline, typed } from '../support/clerk.ts';
import { as, today } from '../support/office.ts';

const browser = openBrowser();
test.after.always(async () => (await browser).close());

test.serial('the cash desk books the fee of another section’s case: a part, then the rest', async (t) => {
  const { caseId } = await upToFee((await today()).add({ days: 700 }).toString());
  await feeAsked(caseId);
  const page = await pageOf(await browser, 'svc', `/vorgaenge/${caseId}`);
  const fee = page.locator('section[aria-labelledby="fee-title"]');
  await fee.getByText('Noch offen: 100,00 €').waitFor();
  // Nothing else of the file is shown at the counter.
  t.is(await page.getByRole('heading', { name: 'Unterlagen' }).count(), 0);

  await button(page, 'Zahlung erfassen').click();
  const amount = fee.getByLabel('Betrag in Euro');
  t.is(await amount.inputValue(), '100,00\u00a0€');
  await amount.fill('viel');
  await button(page, 'Zahlung buchen').click();
  await fee.getByRole('alert').filter({ hasText: 'Bitte geben Sie den Betrag an' }).waitFor();
  await amount.fill('40');
  await button(page, 'Zahlung buchen').click();
  await fee.getByText('Noch offen: 60,00 €').waitFor();
  await fee.getByText('teilweise bezahlt').waitFor();

  await button(page, 'Zahlung erfassen').click();
  await fee.getByLabel('Wie wurde bezahlt?').selectOption('UEBERWEISUNG');
  await button(page, 'Zahlung buchen').click();
  await fee.getByText('bezahlt', { exact: true }).waitFor();
  await fee.getByText('überwiesen').waitFor();
  t.is(await button(page, 'Zahlung erfassen').count(), 0);
  await keepScreen(page, 'case-fee-paid');
  const { body } = await as('sb-sg1').get(`/api/cases/${caseId}`);
  t.like(body.fee, { amount: 100, paid: 100, outstanding: 0 });
  await page.context().close();
});

test.serial('a case comes up again on a day, a note is taken without a trace, and what is waited for stands in words', async (t) => {
  const { caseId } = await aPermit();
  await finish(caseId, CHECK, papersComplete);
  const { until } = await waitOf(caseId, 'ba');
  await waitOf(caseId, 'beteiligung');
  const page = await pageOf(await browser, 'sb-sg1', `/vorgaenge/${caseId}`);
  const waits = page.locator('section[aria-labelledby="waits-title"]');

  // Consent is deemed given from the day after the last one; nothing but the fact is told of the others.
  const deemed = Temporal.Instant.from(until).toZonedDateTimeISO('Europe/Berlin').toPlainDate().add({ days: 1 });
  await waits.getByText(`gilt ihre Zustimmung ab ${typed(deemed)} als erteilt`).waitFor();
  const others = waits.locator('li').filter({ hasText: 'Beteiligung läuft' });
  t.is((await others.locator('.line__main').textContent())?.trim(), 'Beteiligung läuft');
  t.is(await others.getByText(/\d\d\.\d\d\.\d{4}|Frist ändern|Bundesverwaltungsamt/).count(), 0);

  const day = typed((await today()).add({ days: 9 }));
  await waits.getByText('Wieder vorlegen am …').click();
  await waits.getByLabel('Tag', { exact: true }).fill(day);
  await button(page, 'Wiedervorlage eintragen').click();
  await waits.getByRole('alert').filter({ hasText: 'was dann zu tun ist' }).waitFor();
  await waits.getByLabel('Was ist dann zu tun?').fill('Neuen Vertrag anfordern');
  await button(page, 'Wiedervorlage eintragen').click();
  await waits.getByText(`Der Vorgang wird am ${day} wieder vorgelegt.`).waitFor();
  await waits
    .locator('li')
    .filter({ hasText: `Wiedervorlage am ${day}` })
    .getByText('Neuen Vertrag anfordern')
    .waitFor();

  await page.getByText('Sicherheitshinweis abgeben').click();
  await page.getByLabel('Hinweis', { exact: false }).last().fill('Gehört am Schalter: geheimnisvoll');
  await button(page, 'Hinweis abgeben').click();
  await page.getByText('Vielen Dank. Ihr Hinweis ist angekommen.').waitFor();
  await page.reload();
  await waits.waitFor();
  t.is(await page.getByText('geheimnisvoll').count(), 0);
  t.false(JSON.stringify((await as('sb-sg1').get(`/api/cases/${caseId}`)).body).includes('geheimnisvoll'));

  // In the demo the agency answers at once, and the wait is over without a reload.
  const agency = waits.locator('li').filter({ hasText: 'Bundesagentur' });
  await agency.getByText('Antwort jetzt geben').click();
  await agency.getByLabel(/^Antwort/).selectOption({ label: 'Ablehnung' });
  await button(page, 'Antworten lassen').click();
  await agency.waitFor({ state: 'detached' });
  await page
    .getByText(/Antwort der Bundesagentur für Arbeit: Ablehnung \(Simulation/)
    .first()
    .waitFor();
  await page.context().close();
});

test.serial('the day on the certificate makes the periods of a refusal run', async (t) => {
  const { caseId } = await ofRefusal();
  await finish(caseId, REFUSE, refused({ zustellung: 'PZU' }), 'rsb-sg1');
  await finish(caseId, SIGN, released, 'rsb-sg1-2');
  await whenSeen(caseId, 'the refusal is out', (found) => found.letters.some((letter) => letter.type === 'bescheid-vers'));
  const page = await pageOf(await browser, 'sb-sg1', `/vorgaenge/${caseId}`);
  const letters = page.locator('section[aria-labelledby="letters-title"]');
  await letters.getByText('Die Zustellungsurkunde ist noch nicht zurück.').waitFor();
  await letters.getByRole('button', { name: /^Zustelltag eintragen/ }).click();
  const day = await today();
  await letters.getByLabel('Tag der Zustellung', { exact: true }).fill(typed(day));
  await button(page, 'Eintragen').click();
  await letters.getByText(`Zugestellt am ${typed(day)}.`).waitFor();
  await letters.getByText(/Widerspruch ist möglich bis \d\d\.\d\d\.\d{4}\. Ohne Rechtsbehelf bestandskräftig ab/).waitFor();
  t.is(await letters.getByRole('button', { name: /Zustelltag/ }).count(), 0);
  await page.context().close();
});

test.serial('an answered question becomes an article, which is then read where the question came up', async (t) => {
  const { caseId } = await upToExamination();
  await finish(caseId, EXAMINE, askedWhileExamining);
  await finish(caseId, ANSWER, { ...votum('KLAEREN'), wissensartikelVorschlag: true }, 'rsb-sg1');
  const taskId = await taskOf(caseId, EXAMINE);

  const editor = await pageOf(await browser, 'wm', '/wissen');
  await editor.getByLabel('Zeigen').selectOption('drafts');
  const draft = editor.locator('tr').filter({ hasText: 'aus einer beantworteten Rechtsfrage' }).first();
  await draft.getByRole('link').click();
  await editor.getByText('Das ist ein Entwurf.').waitFor();
  await editor.getByRole('link', { name: 'Bearbeiten' }).click();
  const title = `Anerkennung in Teilen ${caseId.slice(0, 8)}`;
  await editor.getByLabel('Titel').fill(title);
  await editor
    .getByLabel('Text', { exact: false })
    .first()
    .fill('**Kurz:** Es trägt <b>auch</b> in Teilen.\n\n- Vertrag lesen\n- Anerkennung lesen');
  // Nothing in it is more than text, in the preview as later.
  await editor.locator('.editor__paper strong', { hasText: 'Kurz:' }).waitFor();
  await editor.locator('.editor__paper', { hasText: '<b>auch</b>' }).waitFor();
  await editor.getByLabel('Verfahren oder Baustein').selectOption('ae-beschaeftigung');
  await editor.getByLabel(/^Schritt/).selectOption(EXAMINE);
  await editor.getByLabel('Normen').fill('§ 999 AufenthG');
  await button(editor, 'Entwurf sichern').click();
  await editor.getByRole('alert').filter({ hasText: '§ 999 AufenthG gibt es nicht' }).waitFor();
  await editor.getByLabel('Normen').fill('§ 18a AufenthG');
  await button(editor, 'Entwurf sichern').click();
  await headline(editor, title);
  // Four eyes: who wrote it waits for somebody else.
  await editor.getByText('Wartet auf Freigabe durch jemand anderen', { exact: false }).waitFor();
  t.is(await editor.getByRole('button', { name: 'Gültig machen' }).count(), 0);
  await keepScreen(editor, 'article-waiting');
  const second = await pageOf(await browser, 'rsb-sg2', '/wissen');
  await second.goto(new URL(editor.url()).pathname);
  await button(second, 'Gültig machen').click();
  await second.getByText('gültig', { exact: true }).waitFor();
  await keepScreen(second, 'article');

  const clerk = await pageOf(await browser, 'sb-sg1', `/aufgaben/${taskId}`);
  const entry = clerk.locator('.knowledge-entry').filter({ hasText: title });
  await entry.waitFor();
  if (!(await entry.evaluate((element) => (element as HTMLDetailsElement).open))) await entry.locator('summary').click();
  await entry.getByText('Vertrag lesen').waitFor();
  t.is(await entry.locator('b').count(), 0);
  await keepScreen(clerk, 'task-knowledge');
  await Promise.all([editor.context().close(), second.context().close(), clerk.context().close()]);
});

test.serial('what does not fit is said with one line and one click, and hangs at its step on the map until it is settled', async (t) => {
  const { caseId } = await upToExamination();
  const taskId = await taskOf(caseId, EXAMINE);
  const text = `Die Reihenfolge passt nicht (${caseId.slice(0, 8)}).`;
  const clerk = await pageOf(await browser, 'sb-sg1', `/aufgaben/${taskId}`);
  await clerk.getByLabel('Was passt an diesem Schritt nicht?').fill(text);
  await clerk.keyboard.press('Enter');
  await clerk.getByText('Danke. Ihr Hinweis hängt jetzt an diesem Schritt').waitFor();
  // Not for everybody: the map of a clerk has no such signs.
  await clerk.goto(`/karte/ae-beschaeftigung?schritt=${EXAMINE}`);
  await clerk.getByRole('heading', { name: 'Antrag prüfen' }).waitFor();
  t.is(await clerk.getByText(text).count(), 0);

  const owner = await pageOf(await browser, 'pv', '/karte');
  await owner.goto(`/karte/ae-beschaeftigung?schritt=${EXAMINE}`);
  await owner.locator('.lotse-badge--note').first().waitFor();
  const note = owner.locator('.step-note').filter({ hasText: text });
  await note.waitFor();
  await keepScreen(owner, 'map-notes');
  await note.getByRole('button', { name: /^Erledigen/ }).click();
  await note.getByLabel('Antwort (freiwillig)').fill('Ist geändert.');
  await button(owner, 'Als erledigt ablegen').click();
  await note.waitFor({ state: 'detached' });
  t.is(await focused(owner).textContent(), 'Der Hinweis ist erledigt.');
  const { body } = await as('wm').get('/api/processes/ae-beschaeftigung/feedback?state=erledigt');
  t.like(
    body.items.find((each: { text: string }) => each.text === text),
    { settledBy: 'pv', answer: 'Ist geändert.' },
  );
  await Promise.all([clerk.context().close(), owner.context().close()]);
});

test.serial(
  'what is typed as a number is what is stored, and the screen shows how it was understood; a birthday known in part is said in words',
  async (t) => {
    const { caseId } = await upToExamination({ applicant: { geburtsdatum: '1990-05-00' } });
    const taskId = await taskOf(caseId, EXAMINE);
    await as('sb-sg1').post(`/api/tasks/${taskId}/claim`);
    const page = await pageOf(await browser, 'sb-sg1', `/aufgaben/${taskId}`);
    await page.getByText('Mai 1990 (Tag unbekannt)').first().waitFor();

    const pay = page.getByLabel('Bruttogehalt im Jahr (Euro)');
    await pay.fill('45.900');
    await pay.press('Tab');
    t.is(await pay.inputValue(), '45.900,00\u00a0€');
    await draftSaved(page);
    const draft = async () => (await as('sb-sg1').get(`/api/tasks/${taskId}`)).body.draft;
    t.is((await draft()).bruttoJahr, 45_900);

    // A point with one digit may be either; the person says which.
    await pay.fill('45.9');
    await pay.press('Tab');
    await page.getByText('Was ist gemeint?').waitFor();
    await keepScreen(page, 'number-unclear');
    await button(page, '45.900,00\u00a0€').click();
    t.is(await pay.inputValue(), '45.900,00\u00a0€');

    const begins = page.getByLabel('Beginn der Beschäftigung', { exact: true });
    await begins.fill('1. Februar 2027');
    await begins.press('Tab');
    t.is(await begins.inputValue(), '01.02.2027');
    await page.getByText('Montag, 1. Februar 2027').waitFor();
    await keepScreen(page, 'number-and-day-understood');
    await page.reload();
    await headline(page, 'Antrag prüfen');
    t.is(await pay.inputValue(), '45.900,00\u00a0€');
    t.is((await draft()).beginn, '2027-02-01');

    await page.goto(new URL(`/vorgaenge/${caseId}`, page.url()).href);
    await page.getByText('Mai 1990 (Tag unbekannt)').first().waitFor();
    await page.context().close();
  },
);

test.serial('a card that breaks says so in its place; all others stand, on the case and beside the task', async (t) => {
  const { caseId } = await upToExamination();
  const taskId = await taskOf(caseId, EXAMINE);
  const page = await pageOf(await browser, 'sb-sg1', '/aufgaben');
  const broken: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') broken.push(message.text());
  });
  // What no card is made for: facts, papers and history that are no lists.
  await page.route(`**/api/cases/${caseId}`, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), factSheet: null, documents: 7, history: {} } });
  });
  for (const [path, whole] of [
    [`/vorgaenge/${caseId}`, ['Aufgaben', 'Fristen', 'Person', 'Weitere Schritte']],
    [`/aufgaben/${taskId}`, ['Was zu tun ist', 'Person', 'Warum ist dieser Vorgang hier?']],
  ] as const) {
    broken.length = 0;
    await page.goto(path);
    await page.locator('.case-card--broken').nth(2).waitFor();
    t.deepEqual((await page.locator('.case-card--broken h2').allTextContents()).sort(), ['Angaben zum Anliegen', 'Unterlagen', 'Verlauf']);
    for (const name of whole) t.is(await page.getByRole('heading', { name, exact: true }).count(), 1, `${path}: ${name}`);
    const said = (await page.locator('.case-card--broken').first().textContent()) ?? '';
    t.regex(said, /lässt sich nicht anzeigen.*Alles andere auf der Seite stimmt/);
    t.notRegex(said, /neu laden|erneut/);
    t.is(broken.length, 3, 'each is noted once');
  }
  // The form beside the broken cards is worked on as ever.
  await page.locator('.form__fields :is(input, textarea):enabled, .task-footer .button--primary').first().waitFor();
  await page.context().close();
});
