/// <reference lib="dom" />
import test from 'ava';
import type { Page } from 'playwright-core';
import { openBrowser, pageOf } from '../support/browser.ts';
import { focused, headline, row, taskIdIn } from '../support/clerk.ts';
import { aDuldung, CHECK } from '../support/duldung.ts';
import { as, openTask } from '../support/office.ts';

const browser = openBrowser();
test.after.always(async () => (await browser).close());

/** What has the focus, as it is read out: its name, or its text. */
const saidOf = (page: Page): Promise<string> =>
  focused(page).evaluate((element) => {
    const label = (element as HTMLInputElement).labels?.[0]?.textContent;
    return (element.getAttribute('aria-label') ?? label ?? element.textContent ?? '')
      .replace(/\s+/g, ' ')
      .replace(/ [\d.+]+( ×)?$|[▲▼↕]$/, '')
      .trim();
  });

const tabs = async (page: Page, count: number): Promise<string[]> => {
  const said: string[] = [];
  for (let step = 0; step < count; step += 1) {
    await page.keyboard.press('Tab');
    said.push(await saidOf(page));
  }
  return said;
};
const tabTo = async (page: Page, name: string): Promise<void> => {
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press('Tab');
    if ((await saidOf(page)) === name) return;
  }
  throw new Error(`Tab does not lead to ${name}`);
};

test.serial('a task is found, taken and completed with the keyboard alone', async (t) => {
  const { aktenzeichen, caseId } = await aDuldung();
  await openTask(caseId, CHECK);
  const page = await pageOf(await browser, 'sb-sg4', `/aufgaben?view=group&query=${aktenzeichen}`);
  await row(page, aktenzeichen).waitFor();
  // From the top of the document, as after loading.
  await page.locator('body').evaluate((body) => {
    (body.ownerDocument.activeElement as HTMLElement | null)?.blur();
    body.ownerDocument.getSelection()?.removeAllRanges();
    body.tabIndex = -1;
    body.focus();
    body.removeAttribute('tabindex');
  });
  const order: string[] = [];
  for (let step = 0; step < 40 && order.at(-1) !== aktenzeichen; step += 1) order.push(...(await tabs(page, 1)));
  t.log(order.join(' · '));
  const inOrder = [
    'Zum Inhalt springen',
    'Aufgaben',
    'Vorgänge',
    'Prozesskarte',
    'Vorgang suchen',
    'Abmelden',
    'Meine',
    'Meine Gruppe',
    'Alle',
    'Nächste Aufgabe',
    'überfällig',
    'heute fällig',
    'ohne Bearbeiter',
    'wartet auf andere',
    'Sachgebiet',
    'Aufgaben filtern',
    'Frist',
    'Priorität',
    'Seit',
    aktenzeichen,
  ];
  t.deepEqual(
    order.filter((each) => inOrder.includes(each)).filter((each, index, all) => all.indexOf(each) === index),
    inOrder,
  );
  t.is(order[0], 'Zum Inhalt springen');

  await page.keyboard.press('Enter');
  await headline(page, 'Unterlagen prüfen');
  const taskId = taskIdIn(page);
  await tabTo(page, 'Übernehmen');
  await page.keyboard.press('Enter');
  // Taking it leads straight into the form.
  await page.locator('#feld-vollstaendigkeit:focus').waitFor();
  await page.keyboard.press('Space');
  await tabTo(page, 'Abschließen');
  await page.keyboard.press('Enter');
  await headline(page, 'Duldungsgrund prüfen');
  t.is(await saidOf(page), 'Duldungsgrund prüfen');
  t.like((await as('sb-sg4').get(`/api/tasks/${taskId}`)).body, { completedBy: 'sb-sg4' });
  await page.context().close();
});

test.serial('the skip link leads past the navigation; single keys walk through the list and open the next task', async (t) => {
  const opened = await Promise.all([aDuldung(), aDuldung()]);
  for (const { caseId } of opened) await openTask(caseId, CHECK);
  const page = await pageOf(await browser, 'sb-sg4', '/aufgaben?view=group&sort=-createdAt');
  await page.locator('tbody tr[data-task]').nth(1).waitFor();
  await page.keyboard.press('j');
  const first = await saidOf(page);
  await page.keyboard.press('j');
  t.not(await saidOf(page), first);
  await page.keyboard.press('k');
  t.is(await saidOf(page), first);
  await page.keyboard.press('u');
  await page.locator('tr:focus-within .inbox-cell--assignee', { hasText: 'ich' }).waitFor();
  await page.keyboard.press('u');
  await page.locator('tr:focus-within .inbox-cell--assignee', { hasText: 'frei' }).waitFor();
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Tastenkürzel' }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  t.is(await saidOf(page), 'Vorgang suchen');
  await page.context().close();
});
