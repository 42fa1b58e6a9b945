import { readFile } from 'node:fs/promises';
import test from 'ava';
import type { Page } from 'playwright-core';
import { keepScreen, openBrowser, pageOf } from '../support/browser.ts';
import { aDuldung, CHECK, GROUND, papersComplete } from '../support/duldung.ts';
import { complete, openTask, until, url } from '../support/office.ts';

const browser = openBrowser();
test.after.always(async () => (await browser).close());

const COMPLETENESS = 'callActivity_Vollstaendigkeit';
const badge = (page: Page, elementId: string) => page.locator(`.djs-overlays[data-container-id="${elementId}"] .lotse-badge--count`);
const shape = (page: Page, elementId: string) => page.locator(`.djs-element.djs-shape[data-element-id="${elementId}"]`);
const numberOf = async (text: Promise<string | null>): Promise<number> => Number(/\d+/.exec((await text) ?? '')?.[0] ?? 0);

/** "Hier" in the list of steps. */
const listed = (page: Page, step: string): Promise<number> =>
  numberOf(
    page
      .getByRole('row', { name: new RegExp(`^${step}`) })
      .locator('td[data-label="Hier"]')
      .textContent(),
  );

test.serial('a process owner begins at the map: the office by section, without one case', async (t) => {
  await aDuldung();
  const page = await (await (await browser).newContext({ locale: 'de-DE', viewport: { width: 1440, height: 900 } })).newPage();
  await page.goto(url());
  await page.getByRole('link', { name: 'Als Martin Giese anmelden, ohne Rundgang' }).click();
  await page.waitForURL(/\/karte$/);
  await page.getByRole('heading', { level: 1, name: 'Prozesskarte' }).waitFor();
  for (const number of [1, 2, 3, 4]) await page.getByRole('heading', { level: 2, name: `Sachgebiet ${number}` }).waitFor();
  const section = page.getByRole('region', { name: 'Sachgebiet 4' });
  await section.getByRole('link', { name: 'Duldung', exact: true }).waitFor();
  t.true((await numberOf(section.locator('.map-card__figure').textContent())) >= 1);
  for (const group of ['Rahmen jedes Vorgangs', 'Bausteine', 'Entscheidungen']) await page.getByRole('heading', { name: group }).waitFor();
  t.is(await page.getByRole('navigation').getByRole('link', { name: 'Vorgänge' }).count(), 0, 'who owns processes opens no cases');
  await page.context().close();
});

test.serial('every number of the landscape stands in a table, too', async (t) => {
  const page = await pageOf(await browser, 'pv', '/karte');
  await page.getByText('Alle Zahlen als Tabelle').click();
  const table = page.getByRole('table', { name: /Prozesse mit laufenden Vorgängen/ });
  await table.waitFor();
  const shown = await page
    .locator('.map-row:has(.map-row__version)')
    .evaluateAll((rows) =>
      rows.map((row) => [
        row.querySelector('.map-row__name')?.textContent ?? '',
        /(\d+) (?:läuft|laufen)/.exec(row.querySelector('.figures')?.textContent ?? '')?.[1] ?? '',
      ]),
    );
  t.true(shown.filter(([, running]) => running).length >= 6, 'the frame, the blocks and the Duldung have figures');
  const seen = new Map<string, number>();
  for (const [name = '', running] of shown) {
    const row = table.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) });
    // A process that several sections run stands in the table once for each, in the order of the cards, with that section's figures.
    const place = seen.get(name) ?? 0;
    seen.set(name, place + 1);
    if (running) t.is((await row.nth(place).locator('td[data-label="Laufend"]').textContent())?.trim(), running, name);
  }
  await page.context().close();
});

test.serial('a process shows its tokens as they come, each number in picture and list, with the maker’s logo uncovered', async (t) => {
  const page = await pageOf(await browser, 'pv', '/karte/duldung');
  await shape(page, COMPLETENESS).waitFor();
  await page.getByRole('heading', { name: 'Schritte und Zahlen' }).waitFor();
  const before = await numberOf(badge(page, COMPLETENESS).textContent());
  t.is(await listed(page, 'Vollständigkeit klären'), before);
  const { caseId } = await aDuldung();
  await openTask(caseId, CHECK);
  await until('the new token in the picture', async () => (await numberOf(badge(page, COMPLETENESS).textContent())) === before + 1, 5_000);
  t.is(await listed(page, 'Vollständigkeit klären'), before + 1);
  const logo = page.locator('.bjs-powered-by').first();
  await logo.scrollIntoViewIfNeeded();
  t.true(
    await logo.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return width > 20 && element.contains(element.ownerDocument.elementFromPoint(left + width / 2, top + height / 2));
    }),
  );
  t.is(await logo.getAttribute('href'), 'http://bpmn.io');
  await page.context().close();
});

test.serial(
  'a step is explained in words; whoever may see its cases gets them by a click, the process owner only their number',
  async (t) => {
    const { caseId, aktenzeichen } = await aDuldung();
    await complete(caseId, CHECK, papersComplete);
    await openTask(caseId, GROUND);
    const owner = await pageOf(await browser, 'pv', '/karte/duldung');
    await badge(owner, GROUND).waitFor();
    await shape(owner, GROUND).click();
    const panel = owner.getByRole('complementary', { name: 'Schritt' });
    await panel.getByRole('heading', { level: 2, name: 'Duldungsgrund prüfen' }).waitFor();
    t.regex(owner.url(), /schritt=userTask_DuldungsgrundPruefen/, 'the place can be sent to a colleague');
    const fact = (name: string) =>
      panel
        .locator('dl.facts > div')
        .filter({ has: owner.getByText(name, { exact: true }) })
        .locator('dd');
    t.is(await fact('Sachgebiet').textContent(), 'Sachgebiet 4');
    t.is(await fact('Fachkenntnis').textContent(), 'Humanitäres Aufenthaltsrecht');
    t.regex((await fact('Rechtsgrundlage').textContent()) ?? '', /§ 60a/);
    t.true(((await panel.locator('.map-panel__documentation').textContent()) ?? '').length > 60, 'what to do and what good looks like');
    await panel.getByText(/^alle \d+ Felder$/).click();
    await panel.locator('.map-field__label').filter({ hasText: 'Duldungsgrund' }).first().waitFor();
    await panel.getByText('Keiner, den Sie sehen dürfen.').waitFor();
    t.is(await panel.locator('a[href^="/vorgaenge"]').count(), 0);
    await keepScreen(owner, 'map-step');
    await owner.context().close();

    const clerk = await pageOf(await browser, 'sb-sg4', '/karte/duldung');
    await badge(clerk, GROUND).click();
    await clerk.getByRole('complementary', { name: 'Schritt' }).getByRole('link', { name: aktenzeichen }).click();
    await clerk.waitForURL(`**/vorgaenge/${caseId}`);
    await clerk.getByText(aktenzeichen).first().waitFor();
    await clerk.context().close();
  },
);

test.serial('a called process is stepped into from the picture and from the words', async (t) => {
  const page = await pageOf(await browser, 'pv', '/karte/duldung');
  await shape(page, COMPLETENESS).dblclick();
  await page.waitForURL(/\/karte\/vollstaendigkeit/);
  await page.getByRole('heading', { level: 1, name: 'Vollständigkeit' }).waitFor();
  await shape(page, CHECK).waitFor();
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: 'Duldung' }).waitFor();
  await page.getByRole('button', { name: 'Vollständigkeit klären' }).click();
  await page.getByRole('complementary', { name: 'Schritt' }).getByRole('link', { name: 'Vollständigkeit' }).click();
  await page.waitForURL(/\/karte\/vollstaendigkeit/);
  t.pass();
  await page.context().close();
});

test.serial('a decision is a table in words that can be searched', async (t) => {
  const page = await pageOf(await browser, 'pv', '/karte');
  await page.getByRole('link', { name: 'Zuordnung zum Sachgebiet' }).click();
  await page.getByRole('heading', { level: 1, name: /Zuordnung zum Sachgebiet/ }).waitFor();
  const table = page.getByRole('table', { name: /Regeln der Entscheidung/ });
  const rows = table.locator('tbody tr');
  await rows.first().waitFor();
  const all = await rows.count();
  t.true(all > 30);
  await page
    .getByRole('status')
    .filter({ hasText: `${all} Zeilen` })
    .waitFor();
  const cells = (await table.locator('tbody td').allTextContents()).join('\n');
  t.notRegex(cells, /"[A-Z_0-9]+"|[A-Z]{3,}_[A-Z]/, 'no codes where words belong');
  await page.getByRole('searchbox', { name: 'Zeilen durchsuchen' }).fill('Duldung');
  await page
    .getByRole('status')
    .filter({ hasText: new RegExp(`^\\d+ von ${all} Zeilen`) })
    .waitFor();
  t.true((await rows.count()) < all);
  for (const row of await rows.allTextContents()) t.regex(row, /duldung/i);
  await page.context().close();
});

test.serial('the picture can be saved as an SVG file with its figures', async (t) => {
  const page = await pageOf(await browser, 'pv', '/karte/duldung');
  await badge(page, COMPLETENESS).waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Bild speichern (SVG)' }).click()]);
  t.regex(download.suggestedFilename(), /^duldung-\d+\.svg$/);
  const svg = await readFile(await download.path(), 'utf8');
  const [root, faults, texts] = (await page.evaluate(`(() => {
    const read = new DOMParser().parseFromString(${JSON.stringify(svg)}, 'image/svg+xml');
    return [read.documentElement.localName, read.querySelectorAll('parsererror').length, read.documentElement.textContent];
  })()`)) as [string, number, string];
  t.is(root, 'svg');
  t.is(faults, 0);
  t.regex(texts.replaceAll(/\s+/g, ' '), /Auflagen ?festlegen/);
  t.true(texts.includes((await badge(page, COMPLETENESS).textContent()) ?? '?'));
  await page.context().close();
});
