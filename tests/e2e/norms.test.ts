import test from 'ava';
import type { Page } from 'playwright-core';
import { keepScreen, openBrowser, pageOf, wrongForAll } from '../support/browser.ts';

const browser = openBrowser();
test.after.always(async () => (await browser).close());

const kind = (page: Page, name: string) => page.getByRole('region', { name });
const search = async (page: Page, text: string): Promise<void> => {
  await page.getByRole('searchbox', { name: 'Vorschrift suchen' }).fill(text);
  await page.keyboard.press('Enter');
};

test.serial('a process owner asks what rests on § 18g and is led to each place', async (t) => {
  const page = await pageOf(await browser, 'pv', '/karte');
  await page.getByRole('navigation').getByRole('link', { name: 'Normen' }).click();
  await page.getByRole('heading', { level: 1, name: 'Normen' }).waitFor();
  await search(page, '18g');
  await page.getByRole('status').filter({ hasText: '§ 18g AufenthG' }).waitFor();
  t.regex(page.url(), /suche=18g/, 'the search can be sent to a colleague');
  for (const name of ['Prozesse und Schritte', 'Entscheidungsregeln', 'Briefe', 'Formulare', 'Wissen', 'Rechtswerte'])
    await kind(page, name).waitFor();
  await kind(page, 'Rechtswerte').getByText('Euro im Jahr').first().waitFor();
  await page.getByRole('region', { name: 'Offene Vorgänge' }).waitFor();
  t.deepEqual(await wrongForAll(page), []);
  await keepScreen(page, 'norms');

  await kind(page, 'Prozesse und Schritte').getByRole('link', { name: 'Antrag prüfen' }).click();
  await page.getByRole('complementary', { name: 'Schritt' }).getByRole('heading', { name: 'Antrag prüfen' }).waitFor();
  await page.goBack();
  await kind(page, 'Entscheidungsregeln').getByRole('link', { name: 'Regel WA 06' }).click();
  const row = page.locator('tr[aria-current="true"]');
  await row.waitFor();
  t.regex((await row.textContent()) ?? '', /WA 06.*Blaue Karte/);
  t.true(await row.evaluate((element) => element.getBoundingClientRect().top < innerHeight), 'brought to where it can be read');
  await page.goBack();
  await kind(page, 'Wissen')
    .getByRole('link', { name: /Blaue Karte/ })
    .click();
  await page.waitForURL(/\/wissen\//);
  await page.goBack();
  await kind(page, 'Briefe').getByRole('link', { name: 'Bescheid über die Erteilung' }).click();
  await page.getByRole('heading', { level: 1, name: 'Bescheid über die Erteilung' }).waitFor();
  t.deepEqual(await wrongForAll(page), []);
  await page.context().close();
});

test.serial('a paragraph brings its own places first; what is not in the list brings what is close', async (t) => {
  const page = await pageOf(await browser, 'rsb-sg4', '/normen?suche=60a%20Abs.%202c');
  await kind(page, 'Prozesse und Schritte').waitFor();
  const tags = await kind(page, 'Prozesse und Schritte')
    .locator('.norm-hit__text')
    .evaluateAll((all) => all.map((each) => each.textContent?.includes('genau dieser Absatz') ?? false));
  t.true(tags[0]);
  t.true(tags.includes(false), 'the rest of the section follows');
  await search(page, '§ 18x');
  await page.getByText('Diese Norm gibt es nicht im Verzeichnis.').waitFor();
  await page.getByRole('link', { name: '§ 18g AufenthG' }).click();
  await page.getByRole('status').filter({ hasText: '§ 18g AufenthG' }).waitFor();
  t.is(await page.getByRole('searchbox', { name: 'Vorschrift suchen' }).inputValue(), '§ 18g AufenthG');
  await search(page, 'Blaue Karte');
  await page.getByText('Das ist keine Vorschrift.').waitFor();
  t.deepEqual(await wrongForAll(page), []);
  await page.context().close();
});

test.serial('what rests on the hidden process alone is found by its circle and by nobody else', async (t) => {
  const outside = await pageOf(await browser, 'al', '/normen?suche=%C2%A7%2073');
  await outside.getByText('§ 73 AufenthG').first().waitFor();
  t.notRegex((await outside.locator('main').textContent()) ?? '', /Sicherheitsprüfung/);
  await outside.context().close();
  const inside = await pageOf(await browser, 'sicherheit', '/normen?suche=%C2%A7%2073');
  await kind(inside, 'Prozesse und Schritte').getByRole('link', { name: 'Sicherheitsprüfung' }).waitFor();
  await inside.context().close();
});
