import { join } from 'node:path';
import test from 'ava';
import { readOffset } from '../../services/embedded/clock-file.ts';
import { keepScreen, openBrowser, pageOf } from '../support/browser.ts';
import { row } from '../support/clerk.ts';
import { aDuldung, CHECK } from '../support/duldung.ts';
import { anApplicant, as, dataDir, openTask } from '../support/office.ts';

const browser = openBrowser();
test.after.always(async () => (await browser).close());

/** Cases of people with one name, so that a list holds them alone. */
const family = () => {
  const name = `Live${anApplicant().familienname}`;
  let count = 0;
  return {
    name,
    open: () => {
      count += 1;
      return aDuldung({
        applicant: { familienname: name, vornamen: `Kim${'abcdefghijklmnop'[count]}`, geburtsdatum: `19${70 + count}-01-01` },
      });
    },
  };
};
const officeNow = (): number => Date.now() + readOffset(join(dataDir(), 'clock.json'));
const middle = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const p95 = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN;
const inWords = (values: number[]): string => `median ${middle(values).toFixed(0)} ms, p95 ${p95(values).toFixed(0)} ms (${values.length})`;

test.serial('what others open or take appears in a shown list at once', async (t) => {
  const { name, open } = family();
  const page = await pageOf(await browser, 'sb-sg4', `/aufgaben?view=group&query=${name}`);
  await page.getByText('Keine Aufgabe passt zu dieser Auswahl.').waitFor();
  const [opened, taken]: [number[], number[]] = [[], []];
  for (let count = 0; count < 6; count += 1) {
    const { aktenzeichen, caseId } = await open();
    await row(page, aktenzeichen).waitFor();
    const shownAt = officeNow();
    const taskId = await openTask(caseId, CHECK);
    opened.push(shownAt - Date.parse((await as('sb-sg4').get(`/api/tasks/${taskId}`)).body.createdAt));
    const begun = performance.now();
    await as('sb-sg4-2').post(`/api/tasks/${taskId}/claim`);
    await row(page, aktenzeichen).getByText('Jonas Adler').last().waitFor();
    taken.push(performance.now() - begun);
  }
  t.log(`task opened → shown: ${inWords(opened)}; task taken → shown: ${inWords(taken)}`);
  // Far from what is measured on a calm machine: this fails where a list is read by chance or by a timer only.
  t.true(middle(opened) < 1_000, inWords(opened));
  t.true(middle(taken) < 1_000, inWords(taken));
  await page.context().close();
});

test.serial('what comes after the list was read and before the stream begins is shown as well', async (t) => {
  const { name, open } = family();
  const page = await pageOf(await browser, 'sb-sg4', '/vorgaenge');
  const letThrough = Promise.withResolvers<void>();
  await page.route('**/api/events', async (route) => {
    await letThrough.promise;
    await route.continue();
  });
  await page.goto(`/aufgaben?view=group&query=${name}`);
  await page.getByText('Keine Aufgabe passt zu dieser Auswahl.').waitFor();
  const { aktenzeichen, caseId } = await open();
  await openTask(caseId, CHECK);
  t.is(await row(page, aktenzeichen).count(), 0, 'nobody has told the page yet');
  letThrough.resolve();
  await row(page, aktenzeichen).waitFor();
  await page.context().close();
});

test.serial('nothing moves under the pointer, whatever comes and goes meanwhile', async (t) => {
  const { name, open } = family();
  const first = await Promise.all([open(), open(), open()]);
  for (const { caseId } of first) await openTask(caseId, CHECK);
  const page = await pageOf(await browser, 'sb-sg4', `/aufgaben?view=group&query=${name}`);
  const rows = page.locator('tbody tr[data-task]');
  await rows.nth(2).waitFor();
  const order = (): Promise<(string | null)[]> => rows.locator('th a').allInnerTexts();
  const before = await order();
  const place = async (index: number): Promise<number | undefined> => (await rows.nth(index).boundingBox())?.y;
  await rows.nth(1).hover();
  const places = [await place(0), await place(1), await place(2)];

  // Equally due tasks stand in no order one could foresee, so that of six some come before, some between and some after.
  const late = await Promise.all(Array.from({ length: 6 }, open));
  for (const { caseId } of late) await openTask(caseId, CHECK);
  await page.locator('h1').filter({ hasText: '(9)' }).waitFor();
  const [gone] = await Promise.all(first.filter(({ aktenzeichen }) => aktenzeichen === before[0]));
  const taskId = await openTask(gone?.caseId ?? '', CHECK);
  const other = as('sb-sg4-2');
  t.is((await other.post(`/api/tasks/${taskId}/claim`)).status, 200);
  t.is((await other.post(`/api/tasks/${taskId}/complete`, { variables: { vollstaendigkeit: 'VOLLSTAENDIG' } })).status, 202);
  await page.locator('.inbox-row--gone').waitFor();
  t.deepEqual((await order()).slice(0, 3), before);
  t.deepEqual([await place(0), await place(1), await place(2)], places);
  await keepScreen(page, 'inbox-calm');

  // With the pointer gone, the list is as it is for everybody.
  const fresh = page.locator('.inbox__fresh');
  t.log(`${await fresh.count()} line about new tasks in between`);
  await page.mouse.move(5, 5);
  await page.locator('.inbox-row--gone').waitFor({ state: 'detached' });
  await rows.nth(8).waitFor();
  t.is(await fresh.count(), 0);
  await page.context().close();
});

test.serial('what stands above comes with the rest: a case and a task are shown once, not pushed about', async (t) => {
  const { caseId } = await family().open();
  const taskId = await openTask(caseId, CHECK);
  const page = await pageOf(await browser, 'sb-sg4', '/vorgaenge');
  const held = async (url: string, shown: string, path: string): Promise<void> => {
    const letThrough = Promise.withResolvers<void>();
    const asked = page.waitForRequest(url);
    await page.route(url, async (route) => {
      await letThrough.promise;
      await route.continue();
    });
    await page.goto(path);
    await asked;
    t.is(await page.locator(shown).count(), 0, `${path} waits for ${url}`);
    letThrough.resolve();
    await page.locator(shown).first().waitFor();
    await page.unroute(url);
  };
  await held('**/api/persons/*', '.case-card', `/vorgaenge/${caseId}`);
  await held(`**/api/cases/${caseId}/diagram`, '.case-card', `/vorgaenge/${caseId}`);
  await held(`**/api/cases/${caseId}`, '.task-form', `/aufgaben/${taskId}`);
  await page.context().close();
});
