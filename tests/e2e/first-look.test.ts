import test from 'ava';
import { keepScreen, openBrowser, pageOf, wrongForAll } from '../support/browser.ts';
import { aDuldung, CHECK } from '../support/duldung.ts';
import { openTask, url } from '../support/office.ts';

const browser = openBrowser();
test.after.always(async () => (await browser).close());

test.serial('the first page says who one can be; a click signs in and leads to the work', async (t) => {
  const context = await (await browser).newContext({ locale: 'de-DE' });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(url());
  await page.locator('h1').first().waitFor();
  await page.getByText('Engine, Datenbank und Protokoll sind in Ordnung · Version').waitFor();
  await keepScreen(page, 'start');
  t.deepEqual(await wrongForAll(page), []);
  await page.locator('a[href*="account=sb-sg4"]').first().click();
  await page.waitForURL(/\/aufgaben/);
  await context.close();
});

test.serial('a clerk finds the task in the list, opens it and sees form and case', async (t) => {
  const { caseId, aktenzeichen } = await aDuldung();
  const taskId = await openTask(caseId, CHECK);
  const page = await pageOf(await browser, 'sb-sg4', `/aufgaben?view=all&query=${aktenzeichen}`);
  await page.getByText(aktenzeichen).first().waitFor();
  await keepScreen(page, 'inbox');
  t.deepEqual(await wrongForAll(page), []);
  await page.goto(`/aufgaben/${taskId}`);
  await page.getByRole('heading', { level: 1 }).filter({ hasText: 'Unterlagen prüfen' }).waitFor();
  await page.getByText('Sind die Unterlagen vollständig?').first().waitFor();
  await keepScreen(page, 'task');
  t.deepEqual(await wrongForAll(page), []);
  await page.context().close();
});

test.serial('the case shows its diagram, with the maker’s logo uncovered', async (t) => {
  const { caseId } = await aDuldung();
  await openTask(caseId, CHECK);
  const page = await pageOf(await browser, 'sb-sg4', `/vorgaenge/${caseId}`);
  const logo = page.locator('.bjs-powered-by').first();
  await logo.waitFor();
  await logo.scrollIntoViewIfNeeded();
  const uncovered = await logo.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return element.contains(element.ownerDocument.elementFromPoint(left + width / 2, top + height / 2));
  });
  t.true(uncovered);
  await keepScreen(page, 'case');
  t.deepEqual(await wrongForAll(page), []);
  await page.context().close();
});

test.serial('a process owner sees the landscape of what is released', async (t) => {
  const page = await pageOf(await browser, 'pv', '/karte');
  await page.getByText('Duldung').first().waitFor();
  await keepScreen(page, 'map');
  t.deepEqual(await wrongForAll(page), []);
  await page.context().close();
});
