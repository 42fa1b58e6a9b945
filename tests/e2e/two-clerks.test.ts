import test from 'ava';
import type { Page } from 'playwright-core';
import { keepScreen, openBrowser, pageOf } from '../support/browser.ts';
import { assigneeOf, button, choose, draftSaved, headline, row } from '../support/clerk.ts';
import { aDuldung, CHECK } from '../support/duldung.ts';
import { as, openTask } from '../support/office.ts';

const browser = openBrowser();
test.after.always(async () => (await browser).close());

const freeTask = async (): Promise<{ taskId: string; aktenzeichen: string; caseId: string }> => {
  const { caseId, aktenzeichen } = await aDuldung();
  return { taskId: await openTask(caseId, CHECK), aktenzeichen, caseId };
};
const at = async (account: string, taskId: string): Promise<Page> => {
  const page = await pageOf(await browser, account, `/aufgaben/${taskId}`);
  await headline(page, 'Unterlagen prüfen');
  return page;
};

test.serial('whoever comes second sees who has the task, cannot take it, and sees when it is done', async (t) => {
  const { taskId, aktenzeichen } = await freeTask();
  const [first, second] = await Promise.all([at('sb-sg4', taskId), at('sb-sg4-2', taskId)]);
  await button(second, 'Übernehmen').waitFor();
  await button(first, 'Übernehmen').click();
  await second.getByText('Ines Hartwig bearbeitet diese Aufgabe. Sie können sie lesen, aber nicht ändern.').waitFor();
  t.is(await second.locator('.task-footer button').count(), 0);
  t.true(await second.getByLabel('Ja, alles Nötige ist da').isDisabled());
  await keepScreen(second, 'two-clerks-second');

  const list = await pageOf(await browser, 'sb-sg4-2', `/aufgaben?view=all&query=${aktenzeichen}`);
  await row(list, aktenzeichen).getByText('Ines Hartwig').last().waitFor();
  await row(list, aktenzeichen).locator('th a').focus();
  await list.keyboard.press('u');
  await list.getByText('Diese Aufgabe hat Ines Hartwig schon übernommen.').waitFor();
  t.is(await assigneeOf(taskId), 'sb-sg4');

  await choose(first, 'Sind die Unterlagen vollständig?', 'Ja, alles Nötige ist da');
  await button(first, 'Abschließen').click();
  await second.getByText('Erledigt von Ines Hartwig').waitFor();
  await row(list, aktenzeichen).locator('td', { hasText: 'Duldungsgrund prüfen' }).waitFor();
  for (const page of [first, second, list]) await page.context().close();
});

test.serial('of two who reach for a free task at once one gets it, the other is told who', async (t) => {
  const { taskId } = await freeTask();
  const late = await at('sb-sg4-2', taskId);
  await button(late, 'Übernehmen').waitFor();
  // What the other does in this moment has not arrived here yet.
  await late.route(`**/api/tasks/${taskId}`, (route) => route.abort());
  const { status } = await as('sb-sg4').post(`/api/tasks/${taskId}/claim`);
  t.is(status, 200);
  await button(late, 'Übernehmen').click();
  await late.getByRole('alert').filter({ hasText: 'Das geht nicht: Ines Hartwig hat diese Aufgabe seit' }).waitFor();
  t.is(await assigneeOf(taskId), 'sb-sg4');
  await late.context().close();
});

test.serial('only the head takes a task away, after a question; nothing typed is lost', async (t) => {
  const { taskId } = await freeTask();
  const clerk = await at('sb-sg4', taskId);
  await button(clerk, 'Übernehmen').click();
  await choose(clerk, 'Sind die Unterlagen vollständig?', 'Nein, aber nach Aktenlage weitermachen');
  const reason = clerk.getByLabel('Warum ohne die fehlenden Unterlagen?');
  await reason.fill('Der Pass liegt bei der Botschaft.');
  await draftSaved(clerk);

  const head = await at('sgl-sg4', taskId);
  await head.getByText('Ines Hartwig bearbeitet diese Aufgabe.').waitFor();
  await button(head, 'Wieder freigeben …').click();
  await head.getByRole('form', { name: 'Ines Hartwig die Aufgabe wegnehmen?' }).waitFor();
  await keepScreen(head, 'two-clerks-take-away');
  t.is(await assigneeOf(taskId), 'sb-sg4');
  await head.keyboard.press('Escape');
  t.is(await head.locator(':focus').textContent(), 'Wieder freigeben …');
  t.is(await assigneeOf(taskId), 'sb-sg4');
  await button(head, 'Wieder freigeben …').click();
  await button(head, 'Ja, wieder freigeben').click();
  await head.getByText('ist wieder in der Liste der Gruppe.').waitFor();

  await clerk.getByText('Sie haben diese Aufgabe nicht mehr.').waitFor();
  t.is(await reason.inputValue(), 'Der Pass liegt bei der Botschaft.');
  const next = await at('sb-sg4-2', taskId);
  await button(next, 'Übernehmen').click();
  t.is(await next.getByLabel('Warum ohne die fehlenden Unterlagen?').inputValue(), 'Der Pass liegt bei der Botschaft.');
  await clerk.getByText('Jonas Adler hat diese Aufgabe jetzt.').waitFor();
  await keepScreen(clerk, 'two-clerks-lost');
  for (const page of [clerk, head, next]) await page.context().close();
});
