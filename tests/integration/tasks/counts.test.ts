import test from 'ava';
import { openOffice } from '../api/office.ts';
import { accounts, isInCircle } from '../api/people.ts';

const office = await openOffice();
test.after.always(office.stop);
const { as, db, deps } = office;

const today = deps.clock.today();
/** The last second of a day so many days from today, as deadlines are kept. */
const inDays = (days: number): string =>
  today
    .add({ days: days + 1 })
    .toZonedDateTime('Europe/Berlin')
    .subtract({ seconds: 1 })
    .toInstant()
    .toString();
const aTask = async (days: number, options: Parameters<typeof office.aTask>[1] = {}): Promise<string> =>
  office.aTask((await office.aCase()).caseId, { dueDate: inDays(days), ...options });
const counts = async (account: string, query = '') => (await as(account).get(`/api/tasks/counts${query}`)).body;
const ids = async (account: string, query: string): Promise<string[]> =>
  (await as(account).get(`/api/tasks?limit=200&${query}`)).body.items.map((item: { taskId: string }) => item.taskId);

test.serial('every count is the length of its list, for every account', async (t) => {
  for (const days of [-3, -1, 0, 0, 1, 20]) await aTask(days);
  await office.claim(await aTask(-2), 'sb-sg4');
  await aTask(0, { groups: ['rsb-sg4'] });
  for (const account of accounts) {
    for (const view of ['mine', 'group', 'all']) {
      const { views, ...filtered } = await counts(account, `?view=${view}`);
      t.is(views[view], (await ids(account, `view=${view}`)).length, `${account} ${view}`);
      for (const only of ['overdue', 'today', 'unassigned'])
        t.is(filtered[only], (await ids(account, `view=${view}&only=${only}`)).length, `${account} ${view} ${only}`);
    }
  }
  t.deepEqual(await counts('sb-sg4', '?view=group'), {
    views: { mine: 1, group: 7, all: 8 },
    overdue: 3,
    today: 2,
    unassigned: 6,
    waiting: 0,
  });
});

test.serial('the cases that wait for others are counted as their list holds them, for every account', async (t) => {
  const cases = [];
  for (let count = 0; count < 3; count += 1) cases.push((await office.aCase()).caseId);
  await db('cases').whereIn('case_id', cases).update({ status: 'wartet' });
  await db('cases').whereIn('case_id', cases.slice(0, 2)).update({ clerk: 'sb-sg4' });
  const length = async (account: string, query: string): Promise<number> =>
    (await as(account).get(`/api/cases?limit=200&status=wartet${query}`)).body.items.length;
  for (const account of accounts) {
    t.is((await counts(account, '?view=mine')).waiting, await length(account, '&mine=true'), account);
    t.is((await counts(account, '?view=all')).waiting, await length(account, ''), account);
  }
  t.deepEqual([(await counts('sb-sg4')).waiting, (await counts('sb-sg4', '?view=group')).waiting], [2, 3]);
  t.is((await counts('sb-sg4', '?view=all&section=SG1')).waiting, 0);
});

test.serial('overdue begins with the day after the last one, today ends at midnight in Berlin', async (t) => {
  const [yesterday, now, tomorrow] = [await aTask(-1), await aTask(0), await aTask(1)];
  const has = async (only: string): Promise<boolean[]> => {
    const found = await ids('sb-sg4', `view=group&only=${only}`);
    return [yesterday, now, tomorrow].map((id) => found.includes(id));
  };
  t.deepEqual(await has('overdue'), [true, false, false]);
  t.deepEqual(await has('today'), [false, true, false]);
});

test.serial('hidden tasks are counted for nobody outside their circle', async (t) => {
  const before = await Promise.all(accounts.map((account) => counts(account, '?view=all')));
  await office.aTask((await office.aHiddenCase()).caseId, { groups: ['sicherheit'], dueDate: inDays(-5) });
  for (const [index, account] of accounts.entries()) {
    const after = await counts(account, '?view=all');
    if (isInCircle(account)) t.is(after.overdue, before[index].overdue + 1, account);
    else t.deepEqual(after, before[index], account);
  }
});

test.serial('counts follow section and search, and done tasks are gone from them', async (t) => {
  const { caseId } = await office.aCase({ applicant: { familienname: 'Zählbar' } });
  const taskId = await office.aTask(caseId, { dueDate: inDays(-1) });
  t.is((await counts('sb-sg4', '?view=all&query=zaehlbar')).overdue, 1);
  t.is((await counts('sb-sg4', '?view=all&query=zaehlbar&section=SG1')).overdue, 0);
  await db('tasks').where('task_id', taskId).update({ status: 'wird-verarbeitet' });
  t.is((await counts('sb-sg4', '?view=all&query=zaehlbar')).views.all, 0);
});

test.serial('a filter that does not exist is refused', async (t) => {
  t.is((await as('sb-sg4').get('/api/tasks?only=alle')).status, 400);
  t.is((await as('sb-sg4').get('/api/tasks/counts?view=alle')).status, 400);
});
