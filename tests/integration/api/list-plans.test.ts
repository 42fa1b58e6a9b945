import test, { type ExecutionContext } from 'ava';
import { findCases } from '../../../services/cases/find-cases.ts';
import { type CaseQuery, listCases } from '../../../services/cases/list-store.ts';
import type { User } from '../../../services/platform/route.ts';
import { findDemoAccount } from '../../../services/staff/index.ts';
import { listTasks, listTasksOfSteps, type TaskQuery } from '../../../services/tasks/list-store.ts';
import { cloneDatabase } from '../../support/database.ts';
import { fillOffice } from './many-rows.ts';

/** What the database does for each list query at 50,000 cases with an open task each. */
const { db, asAdmin, drop } = await cloneDatabase();
await asAdmin((admin) => fillOffice(admin, 50_000));

type Query = { sql: string; bindings: unknown[] };
type Node = {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Node[];
};

const sent: Query[] = [];
db.on('query', (query: Query) => void sent.push(query));

const user = (account: string): User => {
  const found = findDemoAccount(account);
  if (!found) throw new Error(account);
  return found;
};
const readBy = (node: Node): number => (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'];
const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

const times: { what: string; ms: number; touched: number }[] = [];
/** A page of 50 from at most a handful of branches: whoever reads far more rows than that walks through a table. */
const MOST_ROWS = 6_000;
const MOST_PEOPLE = 3_000;

/** Runs the list, then looks at the plan of every query it has sent, warm. */
const look = async (t: ExecutionContext, what: string, list: () => Promise<unknown>): Promise<void> => {
  sent.length = 0;
  await list();
  const queries = sent.map(({ sql, bindings }) => ({ sql: sql.replace(/\$\d+/g, '?'), bindings }));
  let ms = 0;
  let touched = 0;
  for (const { sql, bindings } of queries) {
    const plans: { Plan: Node; 'Execution Time': number; 'Planning Time': number }[] = [];
    for (let round = 0; round < 3; round += 1) {
      const { rows } = await db.raw(`explain (analyze, format json) ${sql}`, bindings as never[]);
      plans.push(rows[0]['QUERY PLAN'][0]);
    }
    const best = plans.toSorted((a, b) => a['Execution Time'] - b['Execution Time'])[0];
    const nodes = best ? nodesOf(best.Plan) : [];
    const walked = nodes.filter(
      (node) =>
        node['Node Type'].includes('Seq Scan') &&
        // Where everybody is meant, the first that come are looked at.
        (['tasks', 'cases'].includes(node['Relation Name'] ?? '') ||
          (['persons', 'person_keys'].includes(node['Relation Name'] ?? '') && readBy(node) > MOST_PEOPLE)),
    );
    t.deepEqual(walked, [], `${what} reads a whole table`);
    const reads = nodes.filter((node) => node['Relation Name'] === 'tasks' || node['Relation Name'] === 'cases');
    touched += reads.reduce((sum, node) => sum + readBy(node), 0);
    ms += (best?.['Execution Time'] ?? 0) + (best?.['Planning Time'] ?? 0);
  }
  times.push({ what, ms, touched: Math.round(touched) });
};

const people = ['sb-sg4', 'svc', 'azubi', 'sgl-sg2', 'al', 'sicherheit'];
/** One of every kind a search may be: parts of names, whole ones, many people's and nobody's; numbers and their parts; birthdays, alone and beside a name. */
const someone = (await db('persons').where('hidden', false).first('familienname', 'vornamen', 'geburtsdatum', 'person_id')) as Record<
  string,
  string
>;
const { familienname = '', vornamen = '', geburtsdatum = '', person_id: id = '' } = someone;
const marks = (await db('person_keys').where('person_id', id).first('marks')) as { marks: string[] };
const markOf = (kind: string): string => marks.marks.find((mark) => mark.startsWith(kind))?.slice(1) ?? '';
const words = [
  ...['fam12', 'fa', 'vor', 'Niemand', familienname, `${vornamen} ${familienname}`, `${familienname.slice(0, 9)} ${vornamen.slice(0, 9)}`],
  ...['AB-2026-00123', '012345', '2026-12345', '345', '75', 'AB-2026-001234', 'Az. AB–2026–1234'],
  ...[geburtsdatum, geburtsdatum.slice(0, 4), `fam12 ${geburtsdatum.slice(0, 4)}`, `${vornamen} ${familienname} ${geburtsdatum}`],
  ...[markOf('n'), `0${markOf('t')}`, markOf('e')],
];

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
  test.serial(`search by ${account}: names and numbers by an index`, async (t) => {
    for (const query of words) {
      await look(t, `search ${account} ${query}`, () => findCases(db, user(account), query, 10));
      await look(t, `cases ${account} search`, () => listCases(db, user(account), { sort: '-createdAt', limit: 50, query }));
      await look(t, `tasks ${account} search`, () => listTasks(db, user(account), { view: 'all', sort: 'dueDate', limit: 50, query }));
    }
    t.pass();
  });
}

test.serial('what waits for a legal specialist comes by an index', async (t) => {
  for (const account of ['rsb-sg1', 'sgl-sg4'])
    await look(t, `steps of ${account}`, () =>
      listTasksOfSteps(db, user(account), ['userTask_FrageBeantworten', 'userTask_ZweiteStufeEntscheiden']),
    );
});

test.serial('an applicant’s own cases come by an index', async (t) => {
  const applicant = { ...user('antragsteller'), account: 'portal-7' };
  t.true((await listCases(db, applicant, { sort: '-createdAt', limit: 50 })).items.length > 0);
  for (const sort of ['-createdAt', 'deadline'])
    await look(t, `cases of an applicant ${sort}`, () => listCases(db, applicant, { sort, limit: 50 }));
});

test.serial('no list reads many more rows than it shows', (t) => {
  const slow = times.toSorted((a, b) => b.ms - a.ms);
  const half = slow[Math.floor(slow.length / 2)]?.ms ?? 0;
  t.log(`${times.length} lists at 50,000: half under ${half.toFixed(1)} ms, slowest ${slow[0]?.ms.toFixed(1)} ms (${slow[0]?.what})`);
  const plain = times.filter(({ what }) => !what.includes('search'));
  t.deepEqual(
    plain.filter(({ touched }) => touched > MOST_ROWS),
    [],
  );
});
