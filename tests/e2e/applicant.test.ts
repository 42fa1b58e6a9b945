import test, { type ExecutionContext } from 'ava';
import type { Page } from 'playwright-core';
import { keepScreen, openBrowser } from '../support/browser.ts';
import { CHECK } from '../support/duldung.ts';
import { caseWhen, complete, openTask, today, until, url } from '../support/office.ts';

const browser = openBrowser();
test.after.always(async () => (await browser).close());

const account = 'antragsteller-2';

/** A phone whose browser runs no script at all. */
const withoutScript = async (): Promise<Page> => {
  const context = await (await browser).newContext({
    javaScriptEnabled: false,
    locale: 'de-DE',
    baseURL: url(),
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`/auth/login?${new URLSearchParams({ account, returnTo: '/mein' })}`);
  await page.waitForURL('**/mein');
  return page;
};

const onwards = (page: Page) => page.locator('main').getByRole('button', { name: 'Weiter', exact: true }).click();
const date = async (page: Page, name: string, day: string): Promise<void> => {
  const [year, month, dayOfMonth] = day.split('-');
  const group = page.getByRole('group', { name });
  await group.getByLabel('Tag').fill(String(Number(dayOfMonth)));
  await group.getByLabel('Monat').fill(String(Number(month)));
  await group.getByLabel('Jahr').fill(year ?? '');
};
const pick = (page: Page, group: string, answer: string) =>
  page.getByRole('group', { name: group }).getByLabel(answer, { exact: true }).check();
const pdf = (name: string, bytes = 0) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.concat([Buffer.from(`%PDF-1.4\n% ${crypto.randomUUID()}\n%%EOF\n`), Buffer.alloc(bytes)]),
});
/** Sends the page and reads the faults on the one that answers, never those of the page before. */
const faultsOf = async (page: Page, button: string): Promise<string[]> => {
  const answered = page.waitForEvent('load');
  await page.locator('main').getByRole('button', { name: button, exact: true }).click();
  await answered;
  return page.getByRole('alert').locator('.faults a').allTextContents();
};
const surname = `Moreno${Date.now()
  .toString(36)
  .replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '')}`;

/** From the list of what is needed to the page that shows the case. Each step is first sent with faults. */
const apply = async (page: Page, t: ExecutionContext): Promise<string> => {
  const ends = (await today()).add({ days: 40 }).toString();
  await page.getByRole('link', { name: 'Antrag stellen', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Was brauche ich?' }).waitFor();
  for (const words of ['Diese Unterlagen brauchen wir', 'Wie lange dauert es?', 'Für wen ist das?'])
    await page.getByRole('heading', { name: words }).waitFor();
  const discard = page.getByRole('button', { name: 'Angefangenen Antrag löschen' });
  if (await discard.count()) await discard.click();
  await page.getByRole('link', { name: 'Antrag beginnen' }).click();

  await page.getByLabel('Vornamen').fill('');
  await page.getByLabel('Familienname', { exact: true }).fill(surname);
  await page.getByRole('group', { name: 'Geburtsdatum' }).getByLabel('Tag').fill('31');
  await page.getByRole('group', { name: 'Geburtsdatum' }).getByLabel('Monat').fill('2');
  await page.getByRole('group', { name: 'Geburtsdatum' }).getByLabel('Jahr').fill('1990');
  const said = await faultsOf(page, 'Weiter');
  t.true(
    said.some((each) => each.startsWith('Vornamen: Bitte füllen')),
    said.join(' | '),
  );
  t.true(
    said.some((each) => each.startsWith('Geburtsdatum: ')),
    said.join(' | '),
  );
  t.true(said.length >= 2, 'all faults at once');
  t.is(await page.getByLabel('Familienname', { exact: true }).inputValue(), surname);
  t.is(await page.getByRole('group', { name: 'Geburtsdatum' }).getByLabel('Tag').inputValue(), '31');
  await keepScreen(page, 'applicant-faults');
  await page.getByLabel('Vornamen').fill('Luis');
  await date(page, 'Geburtsdatum', '1990-05-04');
  await page.getByLabel('Geburtsort').fill('Quito');
  await page.getByLabel('Geburtsland').selectOption('Ecuador');
  await pick(page, 'Geschlecht', 'männlich');
  await page.getByLabel('Staatsangehörigkeit', { exact: true }).selectOption('Ecuador');
  await onwards(page);

  await page.getByRole('heading', { level: 1, name: 'Ihre Adresse' }).waitFor();
  await page.getByLabel('Straße und Hausnummer').fill('Hafenstraße 3');
  await page.getByLabel('Postleitzahl').fill('7613');
  await page.getByLabel('Ort', { exact: true }).fill('Musterstadt');
  await date(page, 'Seit wann wohnen Sie dort?', '2024-04-01');
  await page.getByLabel('E-Mail', { exact: false }).first().fill('luis(at)example.org');
  await pick(page, 'Wie sollen wir Sie erreichen?', 'E-Mail');
  await page.getByLabel('In welcher Sprache', { exact: false }).selectOption('es');
  t.is((await faultsOf(page, 'Weiter')).map((each) => each.split(':')[0]).join(), 'Postleitzahl,E-Mail');
  await page.getByLabel('Postleitzahl').fill('76131');
  await page.locator('#email').fill('luis@example.org');
  await onwards(page);

  await page.getByRole('heading', { level: 1, name: 'Ihre Papiere' }).waitFor();
  await date(page, 'Bis wann gilt Ihre Duldung?', ends);
  await pick(page, 'Wie sind Sie krankenversichert?', 'gesetzlich');
  await pick(page, 'Läuft gegen Sie ein Strafverfahren?', 'Nein');
  await pick(page, 'Haben Sie einen Pass oder Passersatz?', 'Ja');
  t.is((await faultsOf(page, 'Weiter')).length, 3, 'who has a passport says which');
  await pick(page, 'Haben Sie einen Pass oder Passersatz?', 'Nein');
  await onwards(page);

  await page.getByRole('heading', { level: 1, name: 'Ihre Unterlagen' }).waitFor();
  await page.locator('#FOTO').setInputFiles(pdf('foto.pdf'));
  await page
    .locator('#PASSBEMUEHUNG')
    .setInputFiles({ name: 'botschaft.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') });
  await page.locator('#SONSTIGES').setInputFiles(pdf('riesig.pdf', 11 * 1024 * 1024));
  const refused = await faultsOf(page, 'Weiter');
  t.is(refused.length, 2);
  t.true(
    refused.some((each) => /Belege.*PDF, JPG oder PNG/.test(each)),
    refused.join(' | '),
  );
  t.true(
    refused.some((each) => /Weitere Unterlagen.*10 Megabyte/.test(each)),
    refused.join(' | '),
  );
  await page.getByText('foto.pdf').waitFor();
  await keepScreen(page, 'applicant-uploads');
  await page.locator('#PASSBEMUEHUNG').setInputFiles(pdf('botschaft.pdf'));
  await onwards(page);

  await page.getByRole('heading', { level: 1, name: 'Prüfen und absenden' }).waitFor();
  for (const words of [surname, 'Hafenstraße 3', 'foto.pdf', 'botschaft.pdf']) await page.getByText(words).first().waitFor();
  t.is(await page.getByText('riesig.pdf').count(), 0);
  t.is((await faultsOf(page, 'Antrag jetzt absenden')).length, 2, 'both declarations');
  await page.getByLabel('Alles, was ich angegeben habe').check();
  await page.getByLabel('Ich habe die Hinweise zum Datenschutz gelesen').check();
  await page.getByRole('button', { name: 'Antrag jetzt absenden' }).click();
  await page.waitForURL(/\/mein\/vorgang\/[0-9a-f-]{36}\?neu=1/);
  await page.getByText('Ihr Antrag ist bei uns.').waitFor();
  return /vorgang\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
};

/** A page without scripts does not change by itself. */
const reloaded = (page: Page, what: string) =>
  until(what, async () => {
    await page.reload();
    return (await page.getByText(what).count()) > 0;
  });

test.serial('an application without JavaScript: each fault said, nothing lost; then status, letters and the way back', async (t) => {
  t.timeout(180_000);
  const page = await withoutScript();
  const caseId = await apply(page, t);
  await openTask(caseId, CHECK);
  await page.goto(`/mein/vorgang/${caseId}`);
  const lines = page.locator('.progress-lines');
  t.deepEqual(await lines.locator('dt').allTextContents(), ['Da ist', 'Wir warten auf', 'Als Nächstes']);
  t.regex((await lines.textContent()) ?? '', /seit \d+\. \S+ \d{4} bei uns.*2 Unterlagen.*Nichts\. Sie müssen.*bis etwa/s);

  await complete(caseId, CHECK, {
    vollstaendigkeit: 'NACHFORDERN',
    fehlend: ['MELDEBESTAETIGUNG'],
    wunschFrist: (await today()).add({ days: 14 }).toString(),
  });
  await reloaded(page, 'Das brauchen wir noch von Ihnen');
  t.regex((await lines.textContent()) ?? '', /Ihre Unterlagen, bis \S+, \d+\. \S+ \d{4}/);

  t.deepEqual(await faultsOf(page, 'Hochladen'), ['Bitte sagen Sie uns, was das ist.', 'Bitte wählen Sie eine Datei aus.']);
  await page.getByLabel('Was ist das?').selectOption('MELDEBESTAETIGUNG');
  await page.locator('#file').setInputFiles(pdf('zu-gross.pdf', 10 * 1024 * 1024 + 70_000));
  await page.getByRole('button', { name: 'Hochladen' }).click();
  await page.getByRole('heading', { level: 1, name: 'Das hat nicht geklappt' }).waitFor();
  await page.getByText('höchstens 10 Megabyte').waitFor();
  await page.goto(`/mein/vorgang/${caseId}`);
  await page.getByText('Das brauchen wir noch von Ihnen').waitFor();

  await page.getByRole('link', { name: 'Bitte schicken Sie uns noch Unterlagen' }).click();
  await page.getByRole('heading', { level: 1, name: 'Bitte schicken Sie uns noch Unterlagen' }).waitFor();
  await page.getByText('MUSTER – ohne Rechtswirkung').waitFor();
  await page.getByRole('link', { name: 'Brief drucken oder als PDF speichern' }).click();
  await page.waitForURL(/\/briefe\/.*\/druck/);
  await page.getByText(surname).first().waitFor();

  await page.goto(`/mein/vorgang/${caseId}`);
  await keepScreen(page, 'applicant-status');
  await page.getByRole('link', { name: 'Antrag zurücknehmen' }).click();
  await page.getByRole('heading', { level: 1, name: 'Antrag zurücknehmen?' }).waitFor();
  await page.getByRole('link', { name: 'Nein, alles lassen, wie es ist' }).click();
  await page.getByText('Das brauchen wir noch von Ihnen').waitFor();
  await page.getByRole('link', { name: 'Antrag zurücknehmen' }).click();
  await page.getByRole('button', { name: 'Ja, Antrag zurücknehmen' }).click();
  await page.getByText('Sie haben den Antrag zurückgenommen').first().waitFor();
  await caseWhen(caseId, 'withdrawn', (body) => body.status === 'zurueckgenommen');
  await page.goto(`/mein/vorgang/${caseId}`);
  t.is(await page.getByRole('link', { name: 'Antrag zurücknehmen' }).count(), 0);
  await page.context().close();
});

test.serial('a draft waits until one comes back, and nobody else’s matter can be opened', async (t) => {
  const page = await withoutScript();
  await page.goto('/mein/antrag/duldung/adresse');
  await page.getByLabel('Straße und Hausnummer').fill('Kanalweg 7');
  await onwards(page);
  await page.context().close();
  const later = await withoutScript();
  await later.goto('/mein/antrag');
  await later.getByRole('link', { name: 'Antrag fortsetzen' }).click();
  await later.goto('/mein/antrag/duldung/adresse');
  t.is(await later.getByLabel('Straße und Hausnummer').inputValue(), 'Kanalweg 7');
  await later.goto('/mein/antrag');
  await later.getByRole('button', { name: 'Angefangenen Antrag löschen' }).click();
  await later.getByRole('link', { name: 'Antrag beginnen' }).waitFor();
  const answer = await later.goto('/mein/vorgang/3f1f7a52-6c0e-4b5e-9d53-0f2d6b8f1a11');
  t.is(answer?.status(), 404);
  await later.getByText('Diese Seite gibt es nicht, oder sie ist nicht für Sie bestimmt.').waitFor();
  await later.context().close();
});
