import test from 'ava';
import type { Page } from 'playwright-core';
import { keepScreen, openBrowser, pageOf } from '../support/browser.ts';
import { aDuldung, CHECK } from '../support/duldung.ts';
import { as, caseWhen, complete, lettersOf, readCase, today, until } from '../support/office.ts';

const browser = openBrowser();
test.after.always(async () => (await browser).close());

const german = (day: Temporal.PlainDate): string => day.toLocaleString('de-DE', { day: 'numeric', month: 'long', year: 'numeric' });
const menu = (page: Page) => page.locator('.demo-menu');

const openMenu = async (page: Page): Promise<void> => {
  if ((await menu(page).getAttribute('open')) === null) await menu(page).getByText('Vorführung').click();
  await menu(page).getByText('Zeit vorspulen').waitFor();
};

/** Presses one of the buttons and waits for the day it says. */
const forward = async (page: Page, button: string | RegExp): Promise<string> => {
  // The line of the press before still stands there until this one is done.
  const done = page.waitForResponse((answer) => answer.url().endsWith('/api/demo/clock'), { timeout: 90_000 });
  await menu(page).getByRole('button', { name: button }).click();
  await done;
  await menu(page)
    .getByRole('status')
    .filter({ hasText: /Jetzt ist/ })
    .waitFor({ timeout: 90_000 });
  return (await menu(page).getByRole('status').textContent()) ?? '';
};

test.serial('time moves by a day and a week from the menu, and the page says which day it is', async (t) => {
  t.timeout(240_000);
  const before = await today();
  const page = await pageOf(await browser, 'sb-sg4', '/aufgaben');
  await menu(page).waitFor();
  await openMenu(page);
  await menu(page).getByText(`Heute ist`).waitFor();
  t.true((await forward(page, '+ 1 Tag')).includes(german(before.add({ days: 1 }))));
  t.is(String(await today()), String(before.add({ days: 1 })));
  await menu(page)
    .getByText(german(before.add({ days: 1 })))
    .first()
    .waitFor();
  t.true((await forward(page, '+ 7 Tage')).includes(german(before.add({ days: 8 }))));
  t.is(String(await today()), String(before.add({ days: 8 })));
  await keepScreen(page, 'demo-menu');
  await page.context().close();
});

test.serial('forwarded to the next deadline, what the office does by itself happens while one looks', async (t) => {
  t.timeout(300_000);
  const { caseId } = await aDuldung();
  await complete(caseId, CHECK, {
    vollstaendigkeit: 'NACHFORDERN',
    fehlend: ['FOTO'],
    wunschFrist: (await today()).add({ days: 21 }).toString(),
  });
  await caseWhen(caseId, 'the wait', (body) => body.waits.length > 0);
  const letters = lettersOf(await readCase(caseId)).length;
  const page = await pageOf(await browser, 'sb-sg4', `/vorgaenge/${caseId}`);
  await menu(page).waitFor();
  const next = menu(page).getByRole('button', { name: /Bis zur nächsten Frist \(/ });
  let presses = 0;
  // Other cases may have nearer deadlines; each press reaches at least one more.
  await until(
    'the reminder of this case',
    async () => {
      if (lettersOf(await readCase(caseId)).length > letters) return true;
      await openMenu(page);
      await next.waitFor();
      const at = Date.parse((await as('svc').get('/api/demo/next-deadline')).body.at);
      await forward(page, /Bis zur nächsten Frist/);
      presses += 1;
      const { body } = await as('svc').get('/api/demo/next-deadline');
      t.true(body.at === null || Date.parse(body.at) > at, 'the next one is later');
      return false;
    },
    200_000,
  );
  t.true(presses >= 1);
  await page
    .getByText(/Erinnerung/)
    .first()
    .waitFor({ timeout: 10_000 });
  await page.context().close();
});
