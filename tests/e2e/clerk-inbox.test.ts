import test from 'ava';
import type { Page } from 'playwright-core';
import { nextWorkingDay } from '../../services/platform/calendar.ts';
import { keepScreen, openBrowser, pageOf, wrongForAll } from '../support/browser.ts';
import { assigneeOf, button, choose, headline, taskIdIn, typed } from '../support/clerk.ts';
import { openDatabase } from '../support/crash-ground.ts';
import { aDuldung, CHECK } from '../support/duldung.ts';
import { anApplicant, as, caseWhen, complete, type Opened, openTask, today, until } from '../support/office.ts';

const browser = openBrowser();
const db = openDatabase();
test.after.always(async () => {
  await (await browser).close();
  await db.destroy();
});

const { familienname: name } = anApplicant();
const born = ['1971', '1972', '1973'];
/** Three matters of three people with one name: one overdue, one due today, one in ten days. */
const cases: Opened[] = [];
const days = [-2, 0, 10];
const [overdue, dueToday, later] = [
  () => cases[0]?.aktenzeichen ?? '',
  () => cases[1]?.aktenzeichen ?? '',
  () => cases[2]?.aktenzeichen ?? '',
];

test.before(async () => {
  const day = await today();
  for (const [index, year] of born.entries()) {
    const opened = await aDuldung({ applicant: { familienname: name, vornamen: `Kim${'abc'[index]}`, geburtsdatum: `${year}-01-01` } });
    const taskId = await openTask(opened.caseId, CHECK);
    // A deadline that has passed comes about by waiting, which no test can.
    const end = day
      .add({ days: (days[index] ?? 0) + 1 })
      .toZonedDateTime('Europe/Berlin')
      .subtract({ seconds: 1 });
    await db('tasks')
      .where('task_id', taskId)
      .update({ due_at: new Date(end.epochMilliseconds) });
    cases.push(opened);
  }
});

/** What other tests have left at the emergency counter is done by hand. */
const clearCounter = async (but: string): Promise<void> => {
  const { items } = (await as('notfall').get('/api/tasks?view=group&limit=200')).body;
  const variables = { sortierErgebnis: 'ERLEDIGT', erledigungsvermerk: 'Am Schalter erledigt.' };
  for (const { taskId } of items.filter((each: { taskId: string }) => each.taskId !== but)) {
    await as('notfall').post(`/api/tasks/${taskId}/claim`);
    await as('notfall').post(`/api/tasks/${taskId}/complete`, { variables });
  }
};

const shows = (page: Page, ...expected: string[]): Promise<unknown> =>
  until(`the list ${expected.join(', ')}`, async () => {
    const shown = await page.locator('tbody tr[data-task] th a').allInnerTexts();
    return shown.join() === expected.join();
  });
const search = async (page: Page, text: string): Promise<void> => {
  await page.getByLabel('Aufgaben filtern').fill(text);
  await page.keyboard.press('Enter');
};
const has = (page: Page, key: string, value: string | null): Promise<void> => page.waitForURL((at) => at.searchParams.get(key) === value);

test.serial('search, filters and order stand in the address: reload, back and a bookmark find the same list', async (t) => {
  const page = await pageOf(await browser, 'sb-sg4', '/aufgaben');
  await page.getByRole('link', { name: /^Meine Gruppe/ }).click();
  await has(page, 'view', 'group');
  await search(page, name);
  await shows(page, overdue(), dueToday(), later());
  t.deepEqual(await page.locator('tbody tr[data-task] .due__words').allInnerTexts(), ['2 Tage überfällig', 'heute', 'in 10 Tagen']);
  await page.getByRole('heading', { level: 1, name: 'Aufgaben meiner Gruppe (3)' }).waitFor();
  await keepScreen(page, 'inbox-found');

  const filters = page.getByRole('navigation', { name: 'Nur zeigen' });
  const counted = (await filters.getByRole('link').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
  t.deepEqual(counted.slice(0, 3), ['überfällig 1', 'heute fällig 1', 'ohne Bearbeiter 3']);
  await filters.getByRole('link', { name: /^überfällig/ }).click();
  await shows(page, overdue());
  await page.reload();
  await shows(page, overdue());
  t.regex((await filters.locator('[aria-current]').textContent()) ?? '', /^überfällig\s1/);
  await filters.getByRole('link', { name: /^heute fällig/ }).click();
  await shows(page, dueToday());
  await page.goBack();
  await shows(page, overdue());
  await filters.getByRole('link', { name: /^überfällig/ }).click();
  await shows(page, overdue(), dueToday(), later());

  await page.getByRole('link', { name: /^Frist/ }).click();
  await has(page, 'sort', '-dueDate');
  await shows(page, later(), dueToday(), overdue());
  t.is(await page.locator('th[aria-sort]').getAttribute('aria-sort'), 'descending');
  await page.reload();
  await shows(page, later(), dueToday(), overdue());
  await page.getByRole('link', { name: /^Frist/ }).click();
  await shows(page, overdue(), dueToday(), later());

  await search(page, dueToday());
  await shows(page, dueToday());
  await page.goBack();
  await shows(page, overdue(), dueToday(), later());
  t.is(await page.getByLabel('Aufgaben filtern').inputValue(), name);
  await page.getByRole('link', { name: later() }).click();
  await headline(page, 'Unterlagen prüfen');
  await page.goBack();
  await shows(page, overdue(), dueToday(), later());
  await page.context().close();
});

test.serial('a task is taken, given back, and handed over with a reason; whoever gets it does it and is done', async (t) => {
  const page = await pageOf(await browser, 'sb-sg4', `/aufgaben?view=group&query=${name}`);
  await page.getByRole('link', { name: overdue() }).click();
  await button(page, 'Übernehmen').click();
  await button(page, 'Zurückgeben').click();
  await page.getByText('„Unterlagen prüfen“ ist wieder in der Liste der Gruppe.').waitFor();
  const taskId = await openTask(cases[0]?.caseId ?? '', CHECK);
  t.is(await assigneeOf(taskId), null);

  await page.goto(`/aufgaben/${taskId}`);
  await button(page, 'Abgeben …').click();
  await button(page, 'Abgeben').click();
  await page.getByText('Bitte wählen Sie, wer die Aufgabe bekommt.').waitFor();
  await page.getByLabel('An wen?').selectOption('notfall');
  await button(page, 'Abgeben').click();
  await page.getByText('Bitte nennen Sie einen Grund.').waitFor();
  await page.getByLabel('Warum?').fill('Steht mit dem Koffer am Schalter.');
  await keepScreen(page, 'clerk-hand-over');
  await button(page, 'Abgeben').click();
  await page.getByText('„Unterlagen prüfen“ ist abgegeben.').waitFor();
  const { body } = await as('sb-sg4').get(`/api/cases/${cases[0]?.caseId}`);
  t.true(body.history.some((line: { text: string }) => line.text.includes('Steht mit dem Koffer am Schalter.')));

  // At the emergency counter nothing else is open: afterwards there is the list, which says so.
  await clearCounter(taskId);
  const counter = await pageOf(await browser, 'notfall', '/aufgaben');
  await button(counter, 'Nächste Aufgabe').click();
  await headline(counter, 'Unterlagen prüfen');
  t.is(taskIdIn(counter), taskId);
  t.is(await assigneeOf(taskId), 'notfall');
  // A second one lies there free: it is offered, and stays free for others until somebody takes it.
  const second = await openTask(cases[1]?.caseId ?? '', CHECK);
  t.is((await as('sb-sg4').post(`/api/tasks/${second}/handover`, { to: 'notfall', reason: 'Steht auch am Schalter.' })).status, 200);
  await choose(counter, 'Sind die Unterlagen vollständig?', 'Ja, alles Nötige ist da');
  await button(counter, 'Abschließen').click();
  await counter.getByText(dueToday()).waitFor();
  await counter.locator('button:focus', { hasText: 'Übernehmen und öffnen' }).waitFor();
  t.is(taskIdIn(counter), taskId, 'the case that was worked on stays in sight');
  t.is(await assigneeOf(second, 'notfall'), null);
  await keepScreen(counter, 'clerk-next-offer');
  t.deepEqual(await wrongForAll(counter), []);
  await counter.keyboard.press('Enter');
  await counter.getByText('Hier ist Ihre nächste Aufgabe.').waitFor();
  t.is(taskIdIn(counter), second);
  t.is(await assigneeOf(second, 'notfall'), 'notfall');

  await choose(counter, 'Sind die Unterlagen vollständig?', 'Ja, alles Nötige ist da');
  await button(counter, 'Abschließen').click();
  await counter.getByText('ist erledigt. Für Sie ist gerade nichts weiter offen.').waitFor();
  t.is(new URL(counter.url()).pathname, '/aufgaben');
  await button(counter, 'Nächste Aufgabe').click();
  await counter.getByText('Für Sie ist gerade nichts offen.').first().waitFor();
  for (const each of [page, counter]) await each.context().close();
});

test.serial('a case that waits is found from the inbox, and its deadline is moved with a reason', async (t) => {
  const waiting = cases[2] as Opened;
  await complete(waiting.caseId, CHECK, { vollstaendigkeit: 'NACHFORDERN', fehlend: ['FOTO'] });
  await caseWhen(waiting.caseId, 'waiting', (found) => found.waits.length > 0);
  const page = await pageOf(await browser, 'sb-sg4', '/aufgaben');
  const link = page.getByRole('link', { name: /^wartet auf andere [1-9]/ });
  await link.waitFor();
  await keepScreen(page, 'inbox-mine');
  await link.click();
  await page.getByLabel('zuletzt von mir bearbeitet').waitFor();
  t.true(await page.getByLabel('zuletzt von mir bearbeitet').isChecked());
  await keepScreen(page, 'cases-waiting');
  await page.getByRole('link', { name: waiting.aktenzeichen }).click();

  await page.getByRole('button', { name: 'Frist ändern: Unterlagen nachreichen' }).click();
  const form = page.locator('.inline-form').filter({ hasText: 'Neuer letzter Tag' });
  await form.getByRole('button', { name: 'Frist ändern' }).click();
  await form.getByText('Bitte geben Sie das neue Datum an.').waitFor();
  const day = nextWorkingDay((await today()).add({ days: 45 }));
  await form.getByLabel('Neuer letzter Tag', { exact: true }).fill(typed(day));
  await form.getByText(String(day.year)).first().waitFor();
  await form.getByLabel('Grund', { exact: true }).fill('Termin beim Fotografen erst nächsten Monat');
  await keepScreen(page, 'case-move-deadline');
  await form.getByRole('button', { name: 'Frist ändern' }).click();
  await page.getByText(`Die Frist läuft jetzt bis ${typed(day)}.`).waitFor();
  const { body } = await as('sb-sg4').get(`/api/cases/${waiting.caseId}`);
  t.true(body.history.some((line: { text: string }) => line.text.includes('Termin beim Fotografen')));
  await page.context().close();
});

test.serial('„Nächste Aufgabe“ takes the most urgent one and opens it', async (t) => {
  const { caseId } = await aDuldung();
  await openTask(caseId, CHECK);
  const page = await pageOf(await browser, 'sb-sg4-2', '/aufgaben');
  await button(page, 'Nächste Aufgabe').click();
  await page.waitForURL(/\/aufgaben\/[0-9a-f-]{36}$/);
  t.is(await assigneeOf(taskIdIn(page)), 'sb-sg4-2');
  await page.context().close();
});
