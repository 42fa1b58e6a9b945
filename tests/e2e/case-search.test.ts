import test from 'ava';
import type { Page } from 'playwright-core';
import { keepScreen, openBrowser, pageOf, wrongForAll } from '../support/browser.ts';
import { aDuldung } from '../support/duldung.ts';
import { anApplicant, as, caseWhen, type Opened, until } from '../support/office.ts';

const browser = openBrowser();
test.after.always(async () => (await browser).close());

const { familienname: name } = anApplicant();
/** Two people of one name. */
const cases: Opened[] = [];
test.before(async () => {
  for (const geburtsdatum of ['1971-03-02', '1980-00-00'])
    cases.push(await aDuldung({ applicant: { familienname: name, vornamen: 'Samira', geburtsdatum } }));
  for (const { caseId } of cases) await caseWhen(caseId, 'it is sorted', (body) => body.section === 'SG4');
});

const box = (page: Page) => page.getByRole('combobox', { name: 'Vorgang suchen' });
// Not the selects’ of the page.
const options = (page: Page) => page.locator('[role=option]');
const active = (page: Page) => box(page).getAttribute('aria-activedescendant');

test.serial('while one types, people are shown with their birthdays; arrows and Enter open the one that is meant', async (t) => {
  const page = await pageOf(await browser, 'sb-sg4', '/aufgaben');
  await page.keyboard.press('/');
  await box(page).pressSequentially(`samira ${name.toUpperCase()}`);
  await until('both are shown', async () => (await options(page).count()) === 2);
  const rows = await options(page).allInnerTexts();
  t.true(rows.some((text) => text.includes('geb. 02.03.1971')) && rows.some((text) => text.includes('geb. 1980')), rows.join('\n'));
  t.is(await box(page).getAttribute('aria-expanded'), 'true');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const marked = page.locator('[role=option][aria-selected=true]');
  const id = await marked.getAttribute('id');
  t.is(await active(page), id);
  const [aktenzeichen = ''] = /AB-\d{4}-\d+/.exec((await marked.textContent()) ?? '') ?? [];
  t.deepEqual(await wrongForAll(page), []);
  await keepScreen(page, 'case-search');
  await page.keyboard.press('Escape');
  await until('the answers are gone', async () => (await options(page).count()) === 0);
  t.is(await box(page).inputValue(), `samira ${name.toUpperCase()}`);
  await page.keyboard.press('ArrowUp');
  await marked.waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/vorgaenge\/[0-9a-f-]{36}$/);
  await page.getByText(aktenzeichen).first().waitFor();
  await page.context().close();
});

test.serial('a whole Aktenzeichen opens its case at once, in whatever form it was pasted', async (t) => {
  const page = await pageOf(await browser, 'sb-sg4', '/aufgaben');
  const { caseId = '', aktenzeichen = '' } = cases[0] ?? {};
  await box(page).fill(`Az. ${aktenzeichen.replaceAll('-', '–')}.`);
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/vorgaenge/${caseId}`);
  await box(page).fill(name);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/vorgaenge\?query=/);
  await until('the list holds both', async () => (await page.getByRole('row').filter({ hasText: name }).count()) === 2);
  t.is(await options(page).count(), 0);
  await page.context().close();
});

test.serial('who types the next name while the page still opens goes on typing: its headline takes the focus from nobody', async (t) => {
  const page = await pageOf(await browser, 'sb-sg4', '/aufgaben');
  const { caseId = '', aktenzeichen = '' } = cases[0] ?? {};
  let open = (): void => {};
  const typed = new Promise<void>((resolve) => {
    open = resolve;
  });
  await page.route(`**/api/cases/${caseId}`, async (route) => {
    await typed;
    await route.continue();
  });
  await box(page).fill(aktenzeichen);
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/vorgaenge/${caseId}`);
  await box(page).fill(name);
  open();
  await page.getByRole('heading', { level: 1, name: aktenzeichen }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/vorgaenge\?query=/);
  t.is(await box(page).inputValue(), name);
  await page.context().close();
});

test.serial('who goes elsewhere while an Aktenzeichen is looked up is not fetched back by the answer', async (t) => {
  const page = await pageOf(await browser, 'sb-sg4', '/aufgaben');
  let look = (): void => {};
  const left = new Promise<void>((resolve) => {
    look = resolve;
  });
  await page.route('**/api/search?*', async (route) => {
    await left;
    await route.continue();
  });
  await box(page).fill(cases[0]?.aktenzeichen ?? '');
  const asked = page.waitForRequest('**/api/search?*');
  await page.keyboard.press('Enter');
  await asked;
  await page.getByRole('link', { name: 'Wissen', exact: true }).click();
  await page.waitForURL('**/wissen');
  const answered = page.waitForResponse('**/api/search?*');
  look();
  await (await answered).finished();
  await page.getByRole('heading', { level: 1, name: 'Wissen' }).waitFor();
  t.is(new URL(page.url()).pathname, '/wissen');
  await page.context().close();
});

test.serial('on the telephone names stay masked until the person has said who they are', async (t) => {
  const page = await pageOf(await browser, 'tel', '/vorgaenge');
  await page.getByText('Anliegen verdeckt').first().waitFor();
  t.false((await page.locator('main').textContent())?.includes(name));
  t.deepEqual(await wrongForAll(page), []);
  await keepScreen(page, 'cases-masked');
  await box(page).fill(`Samira ${name}`);
  await page.getByText('Nichts gefunden').waitFor();
  await box(page).fill(`Samira ${name} 2.3.1971`);
  await options(page).filter({ hasText: name }).waitFor();
  await keepScreen(page, 'case-search-identified');
  await options(page).click();
  await page.waitForURL(`**/vorgaenge/${cases[0]?.caseId}`);
  await page.context().close();
});

test.serial('a clerk is told that a colleague’s section knows the person, and nothing else', async (t) => {
  const page = await pageOf(await browser, 'sb-sg1', '/aufgaben', { width: 320, height: 640 });
  await page.getByRole('button', { name: 'Menü' }).click();
  await box(page).fill(`Samira ${name} 02.03.1971`);
  await page.getByText('In anderen Sachgebieten gibt es einen Vorgang').waitFor();
  t.is(await options(page).count(), 0);
  t.is(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  await keepScreen(page, 'case-search-elsewhere');
  t.is((await as('sb-sg1').get(`/api/cases?query=${name}`)).body.items.length, 0);
  await page.context().close();
});
