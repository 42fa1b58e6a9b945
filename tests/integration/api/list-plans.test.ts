import test, { type ExecutionContext } from 'ava';
import { type CaseQuery, listCases } from '../../../services/cases/list-store.ts';
import type { User } from '../../../services/platform/route.ts';
import { findDemoAccount } from '../../../services/staff/index.ts';
import { listTasks, listTasksFor, type TaskQuery } from '../../../services/tasks/list-store.ts';
import { spread } from '../../bench/percentiles.ts';
import { cloneDatabase } from '../../support/database.ts';
import { fillOffice } from './many-rows.ts';
import { explain, readBy } from './plans.ts';

/** What the database does for each list query at so many cases with an open task each. TEST_LIST_CASES=1000000 says it of a great office. */
const CASES = Number(process.env.TEST_LIST_CASES ?? 50_000);
const { db, asAdmin, drop } = await cloneDatabase();
await asAdmin((admin) => fillOffice(admin, CASES));

const user = (account: string): User => {
  const found = findDemoAccount(account);
  if (!found) throw new Error(account);
  return found;
};
const times: { what: string; ms: number; touched: number }[] = [];
/** A page of 50 from at most a handful of branches: whoever reads far more rows than that walks through a table. */
const MOST_ROWS = 6_000;

/** Runs the list, then looks at the plan of every query it has sent, warm. */
const look = async (t: ExecutionContext, what: string, list: () => Promise<unknown>): Promise<void> => {
  const { nodes, ms } = await explain(db, list);
  const walked = nodes.filter(
    (node) => node['Node Type'].includes('Seq Scan') && ['tasks', 'cases', 'persons'].includes(node['Relation Name'] ?? ''),
  );
  t.deepEqual(walked, [], `${what} reads a whole table`);
  const reads = nodes.filter((node) => node['Relation Name'] === 'tasks' || node['Relation Name'] === 'cases');
  times.push({ what, ms, touched: Math.round(reads.reduce((sum, node) => sum + readBy(node), 0)) });
};

const people = ['sb-sg4', 'svc', 'azubi', 'sgl-sg2', 'al', 'sicherheit'];
test.after.always(drop);

for (const account of people) {
  test.serial(`tasks of ${account}: every view and order by an index`, async (t) => {
    for (const view of ['mine', 'group', 'all'] as const) {
      for (const sort of ['dueDate', '-dueDate', 'priority', 'createdAt']) {
        const query: TaskQuery = { view, sort, limit: 50 };
        const { next } = await listTasks(db, user(account), query);
        await look(t, `tasks ${account} ${view} ${sort}`, () => listTasks(db, user(account), query));
        if (next)
          await look(t, `tasks ${account} ${view} ${sort}, second page`, () => listTasks(db, user(account), { ...query, cursor: next }));
      }
    }
    const day = { start: new Date('2026-07-20T22:00:00Z'), end: new Date('2026-07-21T22:00:00Z') };
    for (const only of ['overdue', 'today'] as const)
      await look(t, `tasks ${account} all ${only}`, () =>
        listTasks(db, user(account), { view: 'all', sort: 'dueDate', limit: 50, only, day }),
      );
    for (const section of ['SG2', 'SG4'])
      await look(t, `tasks ${account} all ${section}`, () =>
        listTasks(db, user(account), { view: 'all', sort: 'dueDate', limit: 50, section }),
      );
    t.pass();
  });
  test.serial(`cases of ${account}: every order and status by an index`, async (t) => {
    for (const sort of ['-createdAt', 'createdAt', 'deadline', '-deadline']) {
      for (const status of [undefined, 'in-bearbeitung', 'stoerung', 'zurueckgenommen']) {
        const query: CaseQuery = { sort, limit: 50, ...(status ? { status } : {}) };
        const { next } = await listCases(db, user(account), query);
        await look(t, `cases ${account} ${sort} ${status ?? ''}`, () => listCases(db, user(account), query));
        if (next)
          await look(t, `cases ${account} ${sort} ${status ?? ''}, second page`, () =>
            listCases(db, user(account), { ...query, cursor: next }),
          );
      }
    }
    t.pass();
  });
}

test.serial('what waits for a legal specialist comes by an index', async (t) => {
  for (const account of ['rsb-sg1', 'sgl-sg4'])
    await look(t, `steps of ${account}`, () => listTasksFor(db, user(account), ['frage', 'zweite-stufe']));
});

test.serial('an applicant’s own cases come by an index', async (t) => {
  const applicant = { ...user('antragsteller'), account: 'portal-7' };
  t.true((await listCases(db, applicant, { sort: '-createdAt', limit: 50 })).items.length > 0);
  for (const sort of ['-createdAt', 'deadline'])
    await look(t, `cases of an applicant ${sort}`, () => listCases(db, applicant, { sort, limit: 50 }));
});

test.serial('cases of no section come by an index, however many there are', async (t) => {
  await asAdmin(async (admin) => {
    await admin.raw("update cases set section = null where section = 'SG3'");
    await admin.raw('vacuum analyze cases');
  });
  for (const sort of ['-createdAt', 'createdAt', 'deadline', '-deadline'])
    for (const status of [undefined, 'abgeschlossen', 'in-bearbeitung'])
      await look(t, `cases of no section ${sort} ${status ?? ''}`, () =>
        listCases(db, user('svc'), { sort, limit: 50, ...(status ? { status } : {}) }),
      );
});

test.serial('no list reads many more rows than it shows', (t) => {
  const slow = times.toSorted((a, b) => b.ms - a.ms);
  const { p50, p95 } = spread(slow.map(({ ms }) => ms));
  t.log(
    `${times.length} lists at ${CASES}: half under ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, slowest ${slow[0]?.ms.toFixed(1)} ms (${slow[0]?.what})`,
  );
  t.deepEqual(
    times.filter(({ touched }) => touched > MOST_ROWS),
    [],
  );
});
