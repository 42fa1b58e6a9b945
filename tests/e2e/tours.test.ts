import test from 'ava';
import type { Page } from 'playwright-core';
import { keepScreen, openBrowser, wrongForAll } from '../support/browser.ts';
import { url } from '../support/office.ts';

const browser = openBrowser();
test.after.always(async () => (await browser).close());

const startPage = async (prepare?: (page: Page) => Promise<unknown>): Promise<Page> => {
  const context = await (await browser).newContext({ locale: 'de-DE', baseURL: url(), viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await prepare?.(page);
  await page.goto('/');
  await page.locator('h1').waitFor();
  return page;
};

const tour = (page: Page) => page.getByRole('region', { name: 'Rundgang' });

/** "Rundgang 2 von 5" as [2, 5]. */
const place = async (page: Page): Promise<[number, number]> => {
  const [, number, of] = /Rundgang (\d+) von (\d+)/.exec((await tour(page).textContent()) ?? '') ?? [];
  return [Number(number), Number(of)];
};

/** A page that shows what it is about, and no fault. */
const shows = async (page: Page): Promise<string> => {
  await page.locator('main h1').first().waitFor();
  return (await page.locator('main h1').first().textContent()) ?? '';
};

const ahead = (page: Page) =>
  tour(page)
    .getByRole('button', { name: 'Weiter' })
    .or(tour(page).getByRole('link', { name: 'Weiter' }));
const end = (page: Page) =>
  tour(page)
    .getByRole('button', { name: 'Fertig' })
    .or(tour(page).getByRole('link', { name: 'Fertig' }));

test.serial('each card of the start page signs in, and its tour runs to its end', async (t) => {
  t.timeout(300_000);
  const first = await startPage();
  const cards = await first
    .locator('.role')
    .evaluateAll((all) =>
      all.map((card) => [
        card.querySelector('h3')?.textContent ?? '',
        card.querySelector('.role__person')?.lastChild?.textContent?.trim() ?? '',
      ]),
    );
  t.is(cards.length, 10);
  await first.context().close();
  for (const [role = '', person = ''] of cards) {
    const page = await startPage();
    await page.getByRole('link', { name: `Als ${person} anmelden`, exact: true }).click();
    await tour(page).waitFor();
    const [begin, of] = await place(page);
    t.is(begin, 1, role);
    t.true(of >= 2, `${role}: ${of} steps`);
    t.true((await page.locator('header').first().textContent())?.includes(person), `${role}: signed in as ${person}`);
    for (let step = 1; step <= of; step += 1) {
      t.deepEqual(await place(page), [step, of], role);
      const there = tour(page).getByRole('link', { name: 'Dorthin' });
      if (await there.count()) {
        await there.click();
        await there.waitFor({ state: 'detached' });
      }
      t.notRegex(await shows(page), /gibt es hier nicht|nicht geklappt/, `${role}, step ${step}`);
      if (step < of) {
        await ahead(page).click();
        await tour(page)
          .getByText(`Rundgang ${step + 1} von ${of}`)
          .waitFor();
      }
    }
    await end(page).click();
    await tour(page).waitFor({ state: 'detached' });
    await page.reload();
    await shows(page);
    t.is(await tour(page).count(), 0, `${role}: closed is closed`);
    await page.context().close();
  }
});

test.serial('the applicant’s tour goes on from page to page without scripts, back too, and harms nobody', async (t) => {
  const context = await (await browser).newContext({ javaScriptEnabled: false, baseURL: url(), viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto('/auth/login?account=antragsteller&returnTo=%2Fmein%3Frundgang%3Dapplicant');
  await ahead(page).click();
  await page.waitForURL(/\/mein\/antrag\?rundgang=2/);
  await page.locator('nav').getByRole('link', { name: 'Übersicht' }).click();
  t.deepEqual(await place(page), [2, 5], 'kept on other pages');
  await tour(page).getByRole('link', { name: 'Zurück' }).click();
  t.deepEqual(await place(page), [1, 5]);
  await tour(page).getByRole('link', { name: 'Schließen' }).click();
  await page.goto('/mein');
  t.is(await tour(page).count(), 0);
  t.is((await page.goto('/mein?rundgang=17'))?.status(), 400);
  await page.goto('/mein?rundgang=4&lang=en');
  await page.getByText('Tour 4 of 5').waitFor();
  await page.goto('/mein?rundgang=1&lang=de');
  await keepScreen(page, 'applicant-tour');
  await context.close();
  const seen = await startPage();
  await seen.goto('/auth/login?account=antragsteller&returnTo=%2Fmein%3Frundgang%3D1');
  await tour(seen).waitFor();
  t.deepEqual(await wrongForAll(seen), []);
  await seen.context().close();
});

test.serial('where the server has no demo, there are no cards, no menu and no tour', async (t) => {
  const real = (page: Page) =>
    page.route('**/api/demo**', (route) => route.fulfill({ status: 404, contentType: 'application/problem+json', body: '{"status":404}' }));
  const page = await startPage(real);
  await page.getByRole('link', { name: 'Anmelden' }).first().waitFor();
  t.is(await page.locator('.role, a[href*="account="]').count(), 0);
  await page.goto('/auth/login?account=sb-sg4&returnTo=%2Faufgaben%3Frundgang%3Dclerk');
  await page.locator('main h1').waitFor();
  await page.getByRole('button', { name: 'Abmelden' }).waitFor();
  t.is(await page.locator('.demo-menu').count(), 0);
  t.is(await tour(page).count(), 0);
  await page.context().close();
});
