import { readFileSync } from 'node:fs';
import test from 'ava';
import type { Locator, Page } from 'playwright-core';
import { keepScreen, openBrowser, pageOf, wrongForAll } from '../support/browser.ts';
import { button } from '../support/clerk.ts';
import { aDuldung, CHECK } from '../support/duldung.ts';
import { anApplicant, as, openTask } from '../support/office.ts';

const browser = openBrowser();
test.after.always(async () => (await browser).close());

const rows = (page: Page): Locator => page.locator('.table--audit tbody tr');
const rowOf = (page: Page, who: string): Locator => rows(page).filter({ hasText: who });
const thisMonth = new Intl.DateTimeFormat('de', { month: 'long', year: 'numeric', timeZone: 'Europe/Berlin' }).format(new Date());

/** A case of its own name, opened at the counter, read by its clerk, and asked for by the head of the office, who opens no case. */
const aReadCase = async () => {
  const { familienname } = anApplicant();
  const opened = await aDuldung({ applicant: { familienname } });
  await openTask(opened.caseId, CHECK);
  await as('sb-sg4').get(`/api/cases/${opened.caseId}`);
  await as('al').get(`/api/cases/${opened.caseId}`);
  return { ...opened, familienname };
};

test.serial('who has read this person’s file in this month? Three clicks, and the answer can be looked at more closely', async (t) => {
  const { aktenzeichen, familienname } = await aReadCase();
  const page = await pageOf(await browser, 'dsb', '/protokoll');
  await page.getByText('Was Sie hier lesen, wird selbst protokolliert').waitFor();
  await page.getByRole('searchbox', { name: 'Person suchen' }).fill(familienname);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Welche Person?' }).getByRole('link', { name: familienname }).click();
  await page.getByRole('link', { name: 'Wer hat gelesen?' }).click();
  await page.getByRole('combobox', { name: 'Zeitraum', exact: true }).selectOption({ label: thisMonth });

  await page.getByRole('heading', { name: new RegExp(`Wer hat Daten von ${familienname}.* gelesen`) }).waitFor();
  await rowOf(page, 'Ines Hartwig').getByText('Vorgang angesehen').waitFor();
  t.is(await rowOf(page, 'Christine Albrecht').count(), 0, 'who was refused has read nothing');
  t.regex(page.url(), /person=[\da-f-]{36}.*from=\d{4}-\d\d-01&to=/, 'the question stands in the address');
  t.notRegex(page.url(), new RegExp(familienname), 'but no name');
  t.deepEqual(await wrongForAll(page), []);
  await keepScreen(page, 'audit-readers');

  await rowOf(page, 'Ines Hartwig').getByRole('link').click();
  await rowOf(page, 'Vorgang angesehen').first().getByText(aktenzeichen).waitFor();
  t.is(await page.getByRole('combobox', { name: 'Art', exact: true }).inputValue(), 'read');
  await page.getByRole('combobox', { name: 'Konto', exact: true }).selectOption('');
  await page.getByRole('combobox', { name: 'Art', exact: true }).selectOption('refused');
  await rowOf(page, 'Christine Albrecht').getByText('verweigert').waitFor();
  // Its clerk asked for it, too, before it had come to their section.
  t.true((await rows(page).allTextContents()).every((text) => text.includes('verweigert')));
  await page.getByRole('combobox', { name: 'Zeitraum', exact: true }).selectOption({ index: 2 });
  await page.getByText('Dazu gibt es keine Einträge.').waitFor();
  await button(page, 'Filter zurücksetzen').click();
  await rowOf(page, 'Protokoll gelesen').first().waitFor();
  await page.context().close();
});

test.serial('pages keep the filter, and so does the table to take away', async (t) => {
  const { caseId, aktenzeichen } = await aReadCase();
  for (let turn = 0; turn < 52; turn += 1) await as('sb-sg4').get(`/api/cases/${caseId}`);
  const page = await pageOf(await browser, 'dsb', `/protokoll?case=${aktenzeichen}&actor=sb-sg4`);
  await page.getByText('50 Einträge, es gibt weitere').waitFor();
  await button(page, 'Weitere anzeigen').click();
  await rows(page).nth(50).waitFor();
  t.deepEqual([...new Set(await rows(page).locator('td:nth-child(2)').allTextContents())].length, 1);
  t.regex(page.url(), new RegExp(`case=${aktenzeichen}&actor=sb-sg4`));

  const loading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Als Tabelle laden (CSV)' }).click();
  const file = await loading;
  t.is(file.suggestedFilename(), 'protokoll.csv');
  const [, ...lines] = readFileSync(await file.path(), 'utf8')
    .trim()
    .split('\r\n');
  t.true(lines.length >= 53);
  t.true(lines.every((line) => line.includes('"sb-sg4"') && line.includes(aktenzeichen)));
  await page.context().close();
});

test.serial('days that end before they begin are said in words; a case by its number', async (t) => {
  const { aktenzeichen } = await aReadCase();
  const page = await pageOf(await browser, 'dsb', '/protokoll');
  await page.getByLabel('Aktenzeichen').last().fill(aktenzeichen);
  await page.keyboard.press('Enter');
  await rowOf(page, 'Vorgang angelegt').waitFor();
  await page.getByRole('combobox', { name: 'Zeitraum', exact: true }).selectOption({ label: 'von … bis …' });
  await page.getByLabel('Von', { exact: true }).fill('2.5.2026');
  await page.getByLabel('Bis', { exact: true }).fill('1.5.2026');
  await page.locator('.audit-days').getByRole('button', { name: 'Anzeigen' }).click();
  await page.getByRole('alert').filter({ hasText: 'Der Zeitraum endet, bevor er beginnt.' }).waitFor();
  await page.getByLabel('Bis', { exact: true }).fill('3.5.2026');
  await page.locator('.audit-days').getByRole('button', { name: 'Anzeigen' }).click();
  await page.getByText('Dazu gibt es keine Einträge.').waitFor();
  t.regex(page.url(), /from=2026-05-02&to=2026-05-03/);
  await page.context().close();
});

test.serial('for everybody else there is no such page, and no way to it', async (t) => {
  for (const account of ['sb-sg4', 'al', 'ops', 'pv']) {
    const page = await pageOf(await browser, account, '/protokoll');
    await page.getByRole('heading', { level: 1, name: 'Das gibt es hier nicht' }).waitFor();
    t.is(await page.getByRole('link', { name: 'Protokoll' }).count(), 0, account);
    await page.context().close();
  }
  const page = await pageOf(await browser, 'dsb', '/karte');
  await page.getByRole('navigation').getByRole('link', { name: 'Protokoll' }).click();
  await page.getByRole('heading', { level: 1, name: 'Protokoll' }).waitFor();
  await page.context().close();
});

test.serial('those who run Lotse see beside the incidents whether the trail is whole', async (t) => {
  const page = await pageOf(await browser, 'ops', '/stoerungen');
  const state = page.getByRole('region', { name: 'Zustand des Protokolls' });
  await state.getByText(/Das Protokoll ist (?:vollständig und unverändert|noch nicht geprüft worden)/).waitFor();
  await page.route('**/api/operations/audit', (route) =>
    route.fulfill({
      json: {
        guarded: true,
        signedAt: '2026-11-22T01:00:00.000Z',
        checkedAt: '2026-11-22T01:00:00.000Z',
        entries: 12_345,
        fault: 'Kette SG4: Eintrag 20 wurde verändert.',
      },
    }),
  );
  await page.reload();
  const alarm = page.getByRole('alert').filter({ hasText: 'Das Protokoll ist nicht unverändert.' });
  await alarm.getByText('Kette SG4: Eintrag 20 wurde verändert.').waitFor();
  t.true((await alarm.boundingBox())?.y !== undefined && ((await alarm.boundingBox())?.y ?? 999) < 400, 'at the top of the page');
  await page.context().close();
});
