import test from 'ava';
import type { Page } from 'playwright-core';
import { keepScreen, openBrowser, pageOf } from '../support/browser.ts';
import { aDuldung, CHECK } from '../support/duldung.ts';
import { as, caseWhen, openCase, openTask } from '../support/office.ts';

const browser = openBrowser();
test.after.always(async () => (await browser).close());

const SORT = 'userTask_VorgangSortieren';
const footer = (page: Page) => page.locator('.task-footer');

/** "Nicht zuständig – abgeben" to a section or group, as the person at this page. */
const handOver = async (page: Page, taskId: string, to: string, reason: string): Promise<void> => {
  await page.goto(`/aufgaben/${taskId}`);
  await footer(page).getByRole('button', { name: 'Abgeben …' }).click();
  await footer(page).getByRole('combobox', { name: 'An wen?' }).selectOption(to);
  await footer(page).getByRole('textbox', { name: 'Warum?' }).fill(reason);
  await footer(page).getByRole('button', { name: 'Abgeben', exact: true }).click();
  await page.waitForURL(/\/aufgaben(\?|$)/);
};

const numberIn = (text: string | null): number => Number(/\((\d+) offene Aufgaben?\)/.exec(text ?? '')?.[1] ?? -1);

test.serial('the head sees what each one has to do, and gives a free task to a clerk with a reason', async (t) => {
  const { caseId, aktenzeichen } = await aDuldung();
  const taskId = await openTask(caseId, CHECK);
  const page = await pageOf(await browser, 'sgl-sg4', `/aufgaben?view=all&query=${aktenzeichen}`);
  await page.getByRole('row').filter({ hasText: aktenzeichen }).getByRole('link').first().click();
  await page.waitForURL(`**/aufgaben/${taskId}`);
  await footer(page).getByRole('button', { name: 'Zuweisen …' }).click();
  const choice = footer(page).getByRole('combobox', { name: 'Wem?' });
  const option = choice.locator('option[value="sb-sg4-2"]');
  await option.waitFor({ state: 'attached' });
  const people = await choice.locator('option[value]:not([value=""])').allTextContents();
  t.true(people.length >= 2 && people.every((each) => numberIn(each) >= 0), `the load of the section: ${people.join(', ')}`);
  t.deepEqual(
    people.map(numberIn),
    people.map(numberIn).toSorted((a, b) => a - b),
    'those with the least to do first',
  );
  const before = numberIn(await option.textContent());

  await footer(page).getByRole('button', { name: 'Zuweisen', exact: true }).click();
  await footer(page).getByText('Bitte wählen Sie eine Person.').waitFor();
  await choice.selectOption('sb-sg4-2');
  await footer(page).getByRole('textbox', { name: 'Warum?' }).fill('Vertretung in dieser Woche.');
  await keepScreen(page, 'head-assign');
  await footer(page).getByRole('button', { name: 'Zuweisen', exact: true }).click();
  await page.getByText('„Unterlagen prüfen“ ist jetzt bei Jonas Adler.').first().waitFor();

  const clerk = await pageOf(await browser, 'sb-sg4-2', '/aufgaben?view=mine');
  await clerk.getByRole('row').filter({ hasText: aktenzeichen }).waitFor();
  await clerk.goto(`/vorgaenge/${caseId}`);
  await clerk.getByText('Vertretung in dieser Woche.').first().waitFor();
  await clerk.context().close();

  const { body } = await as('sgl-sg4').get(`/api/tasks/${taskId}/candidates`);
  t.is(body.items.find((each: { account: string }) => each.account === 'sb-sg4-2').openTasks, before + 1);
  await page.context().close();
});

test.serial('a clerk has no button to assign, and no way to what a head does', async (t) => {
  const { caseId } = await aDuldung();
  const taskId = await openTask(caseId, CHECK);
  const page = await pageOf(await browser, 'sb-sg4', `/aufgaben/${taskId}`);
  await footer(page).getByRole('button', { name: 'Übernehmen' }).waitFor();
  t.is(await footer(page).getByRole('button', { name: 'Zuweisen …' }).count(), 0);
  await page.context().close();
});

test.serial('given away for the third time a task goes to the head of the section, who decides', async (t) => {
  const { caseId, aktenzeichen } = await openCase('STUDIUM', { facts: {} });
  const taskId = await openTask(caseId, SORT, 'sb-sg1');
  const first = await pageOf(await browser, 'sb-sg1', '/aufgaben');
  await first.goto(`/aufgaben/${taskId}`);
  await footer(first).getByRole('button', { name: 'Abgeben …' }).click();
  await footer(first).getByRole('button', { name: 'Abgeben', exact: true }).click();
  await footer(first).getByText('Bitte wählen Sie, wer die Aufgabe bekommt.').waitFor();
  const targets = await footer(first).getByRole('combobox', { name: 'An wen?' }).locator('option[value]:not([value=""])').allTextContents();
  t.true(
    targets.some((each) => each.includes('Sachgebiet 1')) && !targets.some((each) => /Sachgebiet [24]/.test(each)),
    targets.join(', '),
  );
  await handOver(first, taskId, 'svc', 'Die Person steht am Schalter.');
  const second = await pageOf(await browser, 'svc', '/aufgaben');
  await handOver(second, taskId, 'SG1', 'Ein Studienplatz ist der Grund, das sortiert das Sachgebiet.');
  await handOver(first, taskId, 'svc', 'Wir sind nicht zuständig, bitte klären.');
  await second.goto(`/aufgaben?view=group&query=${aktenzeichen}`);
  await second.getByText('Keine Aufgabe passt zu dieser Auswahl.').waitFor();

  const head = await pageOf(await browser, 'sgl-sg1', `/aufgaben?view=group&query=${aktenzeichen}`);
  await head.getByRole('row').filter({ hasText: aktenzeichen }).getByRole('link').first().click();
  await head.waitForURL(`**/aufgaben/${taskId}`);
  await head.goto(`/vorgaenge/${caseId}`);
  await head.getByText('zum dritten Mal abgegeben, darum an die Leitung').first().waitFor();
  await keepScreen(head, 'head-third');

  // The head's word counts: it goes where the head says, not back to the head.
  await handOver(head, taskId, 'svc', 'Der Service übernimmt; so ist es besprochen.');
  await second.goto(`/aufgaben?view=group&query=${aktenzeichen}`);
  await second.getByRole('row').filter({ hasText: aktenzeichen }).waitFor();
  const found = await caseWhen(
    caseId,
    'four hand-overs',
    (body) => body.history.filter((line: { text: string }) => /abgegeben an/.test(line.text)).length === 4,
    'sb-sg1',
  );
  t.truthy(found);
  for (const page of [first, second, head]) await page.context().close();
});
