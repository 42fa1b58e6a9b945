import test from 'ava';
import { openBrowser, pageOf } from '../support/browser.ts';
import { aDuldung, CHECK } from '../support/duldung.ts';
import { firstRowAfter } from '../support/first-row.ts';
import { openTask } from '../support/office.ts';

const browser = openBrowser();
test.after.always(async () => (await browser).close());

test.serial('the list says how soon one can work with it', async (t) => {
  await openTask((await aDuldung()).caseId, CHECK);
  const page = await pageOf(await browser, 'sb-sg4', '/aufgaben?view=group');
  const measured: number[] = [];
  for (let round = 0; round < 5; round += 1) measured.push(await firstRowAfter(page, '/aufgaben?view=group'));
  t.log(`navigation → first row can be clicked: ${measured.map((ms) => ms.toFixed(0)).join(', ')} ms`);
  // No measurement of speed, which belongs to `npm run bench`: only that there is one.
  for (const ms of measured) t.true(ms > 0 && ms < 5_000, String(ms));
  await page.context().close();
});
