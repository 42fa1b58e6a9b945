import test from 'ava';
import type { Page } from 'playwright-core';
import { keepScreen, openBrowser, pageOf, wrongForAll } from '../support/browser.ts';
import { aDuldung, CHECK, GROUND, grund, papersComplete } from '../support/duldung.ts';
import { as, complete, moveClock, openTask, until } from '../support/office.ts';

type Figure = { elementId: string; count: number | null; medianMs: number | null };

// More than a month goes by, so that within the last 30 days only what is done here has ended.
const browser = openBrowser();
test.after.always(async () => (await browser).close());

const badge = (page: Page, elementId: string) => page.locator(`.djs-overlays[data-container-id="${elementId}"] .lotse-badge--heat`);
const spot = (page: Page, elementId: string) => page.locator(`ellipse[data-heat="${elementId}"]`);
const table = (page: Page) => page.getByRole('table', { name: /Liegezeiten/ });
const rowOf = (page: Page, step: string) => table(page).getByRole('row', { name: new RegExp(`^${step}`) });
const cell = async (page: Page, step: string, column: string): Promise<string> =>
  (await rowOf(page, step).locator(`td[data-label="${column}"]`).textContent()) ?? '';

test.serial('a process owner sees where things lie: in the picture, in words and in the table', async (t) => {
  t.timeout(300_000);
  // Of fewer than five a process owner, who may open none of them, gets no figure.
  const cases = await Promise.all(Array.from({ length: 5 }, () => aDuldung()));
  await Promise.all(
    cases.map(async ({ caseId }) => {
      await complete(caseId, CHECK, papersComplete);
      await openTask(caseId, GROUND);
    }),
  );
  await moveClock({ add: 'P33D' });
  await Promise.all(cases.slice(1).map(({ caseId }) => complete(caseId, GROUND, grund)));
  const heat = async () => (await as('pv').get('/api/processes/duldung/heat?section=SG4')).body.elements as Figure[];
  t.true(
    (await heat()).every(({ elementId, medianMs }) => elementId !== GROUND || medianMs === null),
    'four are too few',
  );
  for (const { caseId } of cases.slice(0, 1)) await complete(caseId, GROUND, grund);
  const found = await until('the figure of the step', async () => {
    return (await heat()).find(({ elementId, medianMs }) => elementId === GROUND && medianMs);
  });
  t.is(Math.round((found.medianMs ?? 0) / 86_400_000), 33);

  const page = await pageOf(await browser, 'pv', '/karte/duldung');
  await page.getByRole('button', { name: 'Liegezeit' }).click();
  await badge(page, GROUND).waitFor();
  t.regex(page.url(), /ansicht=liegezeit/, 'the view can be sent to a colleague');
  t.is(await badge(page, GROUND).textContent(), 'Median 33 T');
  t.is(await page.locator('.lotse-badge--count').count(), 0, 'one kind of number at a time');

  const { radius, below, words } = await spot(page, GROUND).evaluate((ellipse) => {
    const shape = document.querySelector('.djs-shape[data-element-id="userTask_DuldungsgrundPruefen"]') as Element;
    return {
      radius: Math.max(Number(ellipse.getAttribute('rx')), Number(ellipse.getAttribute('ry'))),
      below: Boolean(ellipse.compareDocumentPosition(shape) & Node.DOCUMENT_POSITION_FOLLOWING),
      words: shape.querySelector('text')?.textContent ?? '',
    };
  });
  t.true(radius > 0 && radius <= 50);
  t.true(below, 'behind the shapes');
  t.regex(words, /Duldungsgrund/);

  t.is(await cell(page, 'Duldungsgrund prüfen', 'Liegezeit (Median)'), '33 Tage');
  t.is(await cell(page, 'Duldungsgrund prüfen', 'Erledigt'), String(found.count));
  for (const mark of ['≤ 1 Std', '3 T', '≥ 60 T']) await page.locator('.heat-legend').getByText(mark).waitFor();
  t.deepEqual(await wrongForAll(page), []);
  await keepScreen(page, 'map-heat');

  const header = page.getByRole('columnheader', { name: /^Liegezeit/ });
  t.is(await header.getAttribute('aria-sort'), 'descending');
  t.regex((await table(page).locator('tbody tr').first().textContent()) ?? '', /Duldungsgrund prüfen/, 'the longest first');
  await header.getByRole('button').press('Enter');
  t.is(await header.getAttribute('aria-sort'), 'ascending');
  await page.getByRole('columnheader', { name: 'Schritt' }).getByRole('button').click();
  const names = await table(page).locator('tbody th').allTextContents();
  t.deepEqual(
    names,
    names.toSorted((a, b) => a.localeCompare(b, 'de')),
  );

  await page.getByLabel('Zeitraum').selectOption('365');
  await page.getByLabel('Sachgebiet').selectOption('SG1');
  await page.getByText('In diesem Zeitraum ging an keinem Schritt fünfmal etwas zu Ende').waitFor();
  t.regex(page.url(), /tage=365.*sachgebiet=SG1/);
  await page.getByLabel('Sachgebiet').selectOption('');
  await rowOf(page, 'Duldungsgrund prüfen').getByRole('button').click();
  await page.getByRole('complementary', { name: 'Schritt' }).getByRole('heading', { name: 'Duldungsgrund prüfen' }).waitFor();
  await page.reload();
  await table(page).waitFor();
  t.is(await page.getByLabel('Zeitraum').inputValue(), '365', 'the address keeps it all');
  await page
    .getByRole('button', { name: 'EN English' })
    .or(page.getByRole('button', { name: 'English' }))
    .first()
    .click();
  await page.getByText('Half of the cases lay no longer than this').waitFor();
  await page.getByRole('button', { name: 'Running' }).click();
  await page.locator('ellipse[data-heat]').first().waitFor({ state: 'detached' });
  t.notRegex(page.url(), /liegezeit/);
  await page.context().close();
});
