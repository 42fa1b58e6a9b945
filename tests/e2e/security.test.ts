/// <reference lib="dom" />
import test from 'ava';
import type { Page } from 'playwright-core';
import { keepScreen, openBrowser, pageOf } from '../support/browser.ts';
import { anApplicant, openCase, openTask } from '../support/office.ts';

const browser = openBrowser();
test.after.always(async () => (await browser).close());

const RELEVANCE = 'userTask_RelevanzPruefen';
const outsiders = ['sb-sg4', 'sgl-sg4', 'pv', 'al', 'svc', 'ops'];

/** A hidden case with a name nobody else has. */
const aHiddenCase = async () => {
  const applicant = anApplicant();
  const opened = await openCase('SICHERHEITSNACHRICHT', { by: 'sicherheit', applicant });
  return { ...opened, name: applicant.familienname, taskId: await openTask(opened.caseId, RELEVANCE, 'sicherheit') };
};

const settled = async (page: Page, path: string): Promise<string> => {
  await page.goto(path);
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  return (await page.locator('body').textContent()) ?? '';
};

/** All numbers of the map as this person sees them. */
const figuresOf = async (page: Page): Promise<string[]> => {
  await settled(page, '/karte');
  // The headline stands before the figures do.
  await page.locator('.map-shared').waitFor();
  return page.locator('.map-card__figure, .map-row .figures').allTextContents();
};

test.serial('the security officer finds the hidden case on the list, by search, and opens it', async (t) => {
  const { aktenzeichen, name, taskId } = await aHiddenCase();
  const page = await pageOf(await browser, 'sicherheit', `/aufgaben?view=all&query=${aktenzeichen}`);
  await page.getByRole('row').filter({ hasText: aktenzeichen }).getByRole('link').first().click();
  await page.waitForURL(`**/aufgaben/${taskId}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('combobox', { name: 'Vorgang suchen' }).fill(name);
  await page.keyboard.press('Enter');
  // The task's own page leads to the case, too.
  await page.waitForURL(/\/vorgaenge\?query=/);
  await page.getByRole('row').getByRole('link', { name: aktenzeichen }).click();
  await page.waitForURL(/\/vorgaenge\/[0-9a-f-]{36}/);
  await page.getByText(name).first().waitFor();
  await keepScreen(page, 'security-case');
  t.regex(aktenzeichen, /^SI-/);
  await page.context().close();
});

test.serial('nobody else sees a trace of it: lists, search, figures of the map, and addresses typed in', async (t) => {
  t.timeout(180_000);
  const pages = await Promise.all(outsiders.map(async (account) => ({ account, page: await pageOf(await browser, account, '/karte') })));
  const before = new Map<string, string[]>();
  await Promise.all(pages.map(async ({ account, page }) => before.set(account, await figuresOf(page))));
  const { caseId, aktenzeichen, name, taskId } = await aHiddenCase();
  const lookEverywhere = async ({ account, page }: (typeof pages)[number]): Promise<void> => {
    t.deepEqual(await figuresOf(page), before.get(account), `${account}: the map counts nothing more`);
    for (const path of [
      `/aufgaben?view=all&query=${aktenzeichen}`,
      '/aufgaben?view=all&sort=createdAt&order=desc',
      `/vorgaenge?query=${name}`,
      `/vorgaenge?query=${aktenzeichen.slice(0, 3)}`,
      '/karte/vorgang?schritt=userTask_VorgangSortieren',
      '/karte/sicherheitspruefung?schritt=userTask_RelevanzPruefen',
    ]) {
      const words = await settled(page, path);
      t.false(words.includes(aktenzeichen) || words.includes(name), `${account} ${path}`);
    }
    const [there, nowhere] = [await settled(page, `/vorgaenge/${caseId}`), await settled(page, `/vorgaenge/${crypto.randomUUID()}`)];
    t.is(there, nowhere, `${account}: the page of a case that does not exist`);
    const [task, noTask] = [await settled(page, `/aufgaben/${taskId}`), await settled(page, `/aufgaben/${crypto.randomUUID()}`)];
    t.is(task, noTask, `${account}: the page of a task that does not exist`);
    t.regex(there, /Das gibt es hier nicht/);
    await page.context().close();
  };
  await Promise.all(pages.map(lookEverywhere));
});

test.serial('an applicant gets the same page for it as for nothing', async (t) => {
  const { caseId, aktenzeichen } = await aHiddenCase();
  const page = await pageOf(await browser, 'antragsteller', '/mein');
  t.false(((await page.locator('body').textContent()) ?? '').includes(aktenzeichen));
  const read = async (id: string) => {
    const answer = await page.goto(`/mein/vorgang/${id}`);
    return [answer?.status(), await page.locator('main').textContent()];
  };
  t.deepEqual(await read(caseId), await read(crypto.randomUUID()));
  t.is((await page.goto(`/mein/vorgang/${caseId}`))?.status(), 404);
  await page.context().close();
});

test.serial('no event of a hidden case reaches a browser outside the circle', async (t) => {
  const page = await pageOf(await browser, 'sgl-sg4', '/aufgaben?view=all');
  await page.evaluate(`new Promise((resolve) => {
    window.heard = [];
    const source = new EventSource('/api/events');
    for (const name of ['task', 'case']) source.addEventListener(name, (event) => window.heard.push(event.data));
    source.addEventListener('open', resolve);
  })`);
  const { caseId, taskId } = await aHiddenCase();
  const open = await openCase('DULDUNG', { facts: { schutzstatus: 'DULDUNG' } });
  // Not as text: the page's policy lets text be evaluated once, and not again when the event takes a moment longer.
  await page.waitForFunction((id) => (window as unknown as { heard: string[] }).heard.some((each) => each.includes(id)), open.caseId);
  const heard = (await page.evaluate('window.heard.join()')) as string;
  t.false(heard.includes(caseId) || heard.includes(taskId));
  await page.context().close();
});
