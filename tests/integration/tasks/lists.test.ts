import test from 'ava';
import { openOffice } from '../api/office.ts';
import { accounts, isInCircle } from '../api/people.ts';

type Item = {
  taskId: string;
  caseId: string;
  dueDate: string | null;
  createdAt: string;
  priority: number;
  assignee: string | null;
  section: string;
};

const office = await openOffice();
test.after.always(office.stop);
const { as, db } = office;

const readAll = async (account: string, query: string, between: () => Promise<unknown> = async () => undefined): Promise<Item[]> => {
  const items: Item[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { status, body } = await as(account).get(`/api/tasks?${query}&cursor=${cursor}`);
    if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
    items.push(...body.items);
    cursor = body.next;
    if (cursor !== null) await between();
  }
  return items;
};
const idsOf = (items: Item[]): string[] => items.map((item) => item.taskId);

let day = 0;
const aTask = async (
  options: Parameters<typeof office.aTask>[1] = {},
  routed: Parameters<typeof office.aCase>[0] = {},
): Promise<string> => {
  day += 1;
  const { caseId } = await office.aCase(routed);
  // Every third has the same day, every sixth none: the id tells them apart.
  const dueDate = day % 6 === 0 ? undefined : `2026-07-${String((day % 3) * 5 + 1).padStart(2, '0')}T21:59:59Z`;
  return office.aTask(caseId, { ...(dueDate ? { dueDate } : {}), ...options });
};

test.serial('pages hold every task once, in order, while others come and go', async (t) => {
  for (let count = 0; count < 31; count += 1) await aTask();
  await db.raw("update tasks set priority = 1 + (('x' || left(md5(task_id::text), 4))::bit(16)::int % 4)");
  const before = idsOf(await readAll('sb-sg4', 'view=group&limit=200'));
  t.is(before.length, 31);
  for (const sort of ['dueDate', '-dueDate', 'priority', '-priority', 'createdAt', '-createdAt']) {
    const items = await readAll('sb-sg4', `view=group&limit=4&sort=${sort}`, () => aTask());
    t.is(new Set(idsOf(items)).size, items.length, sort);
    t.deepEqual(
      before.filter((id) => !idsOf(items).includes(id)),
      [],
      sort,
    );
    const keys = items.map((item) =>
      sort.endsWith('priority')
        ? `${item.priority} ${item.dueDate ?? '9'}`
        : String((sort.endsWith('dueDate') ? item.dueDate : item.createdAt) ?? '9'),
    );
    t.deepEqual(keys, sort.startsWith('-') ? keys.toSorted().reverse() : keys.toSorted(), sort);
  }
});

test.serial('mine is what I hold, group what my group and team can take, all what I may see', async (t) => {
  const taken = await aTask();
  const otherTeam = await aTask({}, { team: 'T4a' });
  const legal = await aTask({ groups: ['rsb-sg4'] });
  await office.claim(taken, 'sb-sg4-2');
  const has = async (account: string, view: string, taskId: string): Promise<boolean> =>
    idsOf(await readAll(account, `view=${view}&limit=200`)).includes(taskId);
  t.deepEqual([await has('sb-sg4-2', 'mine', taken), await has('sb-sg4-2', 'mine', otherTeam)], [true, false]);
  // sb-sg4-2 works in T4b only, sb-sg4 in both.
  t.deepEqual([await has('sb-sg4-2', 'group', otherTeam), await has('sb-sg4', 'group', otherTeam)], [false, true]);
  t.deepEqual(
    [await has('sb-sg4', 'group', legal), await has('rsb-sg4', 'group', legal), await has('sb-sg4', 'all', legal)],
    [false, true, true],
  );
  t.deepEqual(
    [await has('sb-sg4-2', 'all', otherTeam), await has('sb-sg1', 'all', legal), await has('al', 'all', legal)],
    [true, false, false],
  );
  t.is((await as('sb-sg4').get('/api/tasks')).text, (await as('sb-sg4').get('/api/tasks?view=mine')).text);
});

test.serial('a task for two groups is on the list of both, once', async (t) => {
  const taskId = await aTask({ groups: ['rsb-sg4', 'sb-sg2'] });
  for (const [account, view] of [
    ['rsb-sg4', 'group'],
    ['sb-sg2', 'group'],
    ['sb-sg2', 'all'],
    ['rsb-sg4', 'all'],
    ['sb-sg4', 'all'],
  ] as const)
    t.is(idsOf(await readAll(account, `view=${view}&limit=200`)).filter((id) => id === taskId).length, 1, `${account} ${view}`);
});

test.serial('a task at the counter of another section’s case is for every team there', async (t) => {
  const taskId = await aTask({ groups: ['svc'] });
  t.true(idsOf(await readAll('svc', 'view=group&limit=200')).includes(taskId));
  t.is((await as('svc').get(`/api/tasks/${taskId}`)).body.team, null);
});

test.serial('done, withdrawn and hidden tasks are on nobody’s list but the circle’s', async (t) => {
  const [done, gone] = [await aTask(), await aTask()];
  await db('tasks').where('task_id', done).update({ status: 'wird-verarbeitet' });
  await db('tasks').where('task_id', gone).update({ status: 'entfallen' });
  const hidden = await office.aTask((await office.aHiddenCase()).caseId, { groups: ['sicherheit'] });
  for (const account of accounts) {
    for (const view of ['mine', 'group', 'all']) {
      const ids = idsOf(await readAll(account, `view=${view}&limit=200`));
      t.false(ids.includes(done) || ids.includes(gone), account);
      t.is(ids.includes(hidden), isInCircle(account) && view !== 'mine', `${account} ${view}`);
    }
  }
});

test.serial('whatever is on a person’s list that person can open', async (t) => {
  const away = await aTask({ process: 'duldung', elementId: 'userTask_DuldungsgrundPruefen' });
  await as('sb-sg4').post(`/api/tasks/${away}/handover`, { to: 'svc', reason: 'Probe' });
  await db('tasks')
    .where('task_id', await aTask({ groups: ['rsb-sg2'] }))
    .update({ excluded: ['rsb-sg2'] });
  for (const account of accounts) {
    const items = await readAll(account, 'view=all&limit=200');
    for (const { taskId } of items.slice(0, 5).concat(items.filter((item) => item.taskId === away)))
      t.is((await as(account).get(`/api/tasks/${taskId}`)).status, 200, account);
  }
  t.true(idsOf(await readAll('svc', 'view=all&limit=200')).includes(away));
});

test.serial('tasks are found by name and Aktenzeichen, and narrowed to a section', async (t) => {
  const { caseId, aktenzeichen } = await office.aCase({ applicant: { familienname: 'Çağlar-Ødegård', vornamen: 'Élodie' } });
  const taskId = await office.aTask(caseId);
  const finds = async (query: string, more = ''): Promise<boolean> =>
    idsOf(await readAll('sb-sg4', `view=all&limit=200&query=${encodeURIComponent(query)}${more}`)).includes(taskId);
  for (const query of ['Çağlar', 'caglar', 'elodie', 'Élodie Çağlar', aktenzeichen, aktenzeichen.slice(3)])
    t.true(await finds(query), query);
  t.true(await finds('caglar', '&section=SG4'));
  t.false(await finds('caglar', '&section=SG1'));
  t.false(await finds('Schneider'));
});

for (const query of ['view=alle', 'limit=0', 'limit=201', 'sort=name', 'section=SG0', 'status=offen'])
  test.serial(`?${query} is refused`, async (t) => {
    t.is((await as('sb-sg4').get(`/api/tasks?${query}`)).status, 400);
  });
