import type { ExecutionContext } from 'ava';
import type { Database } from '../../db/connection.ts';
import { countPending, listFailed } from '../../services/engine/outbox/index.ts';
import { isQuiet } from '../../services/engine/records/index.ts';
import { verifyAudit } from '../../services/platform/audit-chain-store.ts';
import { isExported } from './crash-ground.ts';
import type { Acked } from './crash-office.ts';
import { until } from './office.ts';

/** The outbox has a minute to get empty after the last fault; that all of it is applied and has come to rest may take another. */
const CATCH_UP_MS = 60_000;

type Rows = object[];
/** What must be empty, by the sentence that says so. */
export type Findings = Map<string, readonly unknown[]>;
type Watch = {
  /** What must hold after any fault. `acked`: what Lotse has said it took. Waits until all has come to rest. */
  check(t: ExecutionContext, acked: Acked): Promise<void>;
  /** The same for who is no test. `catchUpMs`: how long the outbox may take to get empty. */
  find(acked: Acked, catchUpMs?: number): Promise<Findings>;
};

const query = async (db: Database, sql: string, bindings: readonly string[] = []): Promise<Rows> =>
  ((await db.raw(sql, [...bindings])) as { rows: Rows }).rows;

/** Each finds what must not be. A rule names the whole office; what was wrong before the test is another test's finding. */
const rules: Record<string, string> = {
  'an open case has one live root, the one that claimed it, and a closed case has none': `
    select c.case_id, c.status, count(i.*) as live, min(i.process_instance_key) as root, c.root_instance_key as claimed
      from cases c left join engine_instances i on i.case_id = c.case_id and i.parent_key is null and i.plain_id = 'vorgang' and i.state = 'active'
     group by c.case_id
    having (c.closed_at is null and (count(i.*) <> 1 or min(i.process_instance_key) is distinct from c.root_instance_key))
        or (c.closed_at is not null and count(i.*) <> 0)`,
  'the lists show the open tasks of the engine, each once': `
    select coalesce(j.job_key, t.job_key) as job, j.state as engine, t.status as list, t.element_id
      from (select * from engine_jobs where job_type = 'io.camunda.zeebe:userTask') j full join tasks t on t.job_key = j.job_key
     where (coalesce(j.state, '') in ('created', 'failed')) <> (t.status is not distinct from 'offen')
        or (j.state = 'completed') <> (t.status = 'erledigt') or (j.state = 'canceled') <> (t.status = 'entfallen')`,
  'a case whose paper is not going round takes each step once':
    'select case_id, element_id, count(*) from tasks group by case_id, element_id having count(*) > 1',
  // The unique key holds letters apart; two of one wording in one case would be the same letter under two keys.
  'no letter twice': 'select case_id, type, count(*) from letters group by case_id, type, body_hash having count(*) > 1',
  'no authority is asked the same twice': `
    select case_id, warte_id, authority, occasion, element_id, count(*) from authority_orders
     where sent_at is not null group by case_id, warte_id, authority, occasion, element_id having count(*) > 1`,
  'nobody pays more than the fee':
    'select p.case_id, sum(p.amount) from payments p group by p.case_id having sum(p.amount) > (select sum(f.amount) from fees f where f.case_id = p.case_id)',
  'nothing is waited for twice':
    'select case_id, kind, count(*) from waits where ended_at is null group by case_id, element_id, kind having count(*) > 1',
  'no history line twice': 'select case_id, text, count(*) from case_history group by case_id, element_id, text having count(*) > 1',
  'no incident': 'select incident_key, case_id, element_id, message from engine_incidents',
  'no dead letter': 'select dead_letter_id, projection, reason from dead_letters',
};

const findFaults = async (db: Database): Promise<Map<string, Rows>> => {
  const found = new Map<string, Rows>();
  for (const [says, sql] of Object.entries(rules)) found.set(says, await query(db, sql));
  found.set('no command given up', await listFailed(db, { minAttempts: 1 }));
  return found;
};

const lostCases = async (db: Database, { cases }: Acked): Promise<string[]> => {
  const stored = (await db('cases').select('case_id', 'aktenzeichen')) as { case_id: string; aktenzeichen: string }[];
  const known = new Map(stored.map((row) => [row.case_id, row.aktenzeichen]));
  return cases.filter(({ caseId, aktenzeichen }) => known.get(caseId) !== aktenzeichen).map(({ aktenzeichen }) => aktenzeichen);
};

/** What a person was told is done: the entries are there as given, the engine has taken the step, and the history says it once. */
const lostCompletions = (db: Database, { completions }: Acked): Promise<Rows> =>
  query(
    db,
    `select a."taskId", t.status, t.completed_by, t.input, j.state, (select count(*) from case_history h where h.line_key = 'task-done:' || a."taskId") as lines
       from json_to_recordset(?::json) as a("taskId" text, "by" text, input jsonb)
       left join tasks t on t.task_id = a."taskId"::uuid left join engine_jobs j on j.job_key = t.job_key
      where t.status is distinct from 'erledigt' or t.completed_by is distinct from a."by" or t.input is distinct from a.input
         or j.state is distinct from 'completed' or (select count(*) from case_history h where h.line_key = 'task-done:' || a."taskId") <> 1`,
    [JSON.stringify(completions)],
  );

/** Who was told that a task is theirs stands in its assignments, whatever came after; a task that comes to the hands its case is in needs none. */
const lostClaims = (db: Database, { claims }: Acked): Promise<Rows> =>
  query(
    db,
    `select a."taskId", a."by" from json_to_recordset(?::json) as a("taskId" text, "by" text)
      where not exists (select 1 from task_assignments s where s.task_id = a."taskId"::uuid and s.kind = 'claim' and s.to_account = a."by")
        and not exists (select 1 from tasks t where t.task_id = a."taskId"::uuid and t.assignee = a."by")`,
    [JSON.stringify(claims)],
  );

const isCalm = async (db: Database): Promise<boolean> =>
  (await isExported()) &&
  (await isQuiet(db)) &&
  (await countPending(db)) === 0 &&
  (await query(db, 'select 1 from audit where seq is null limit 1')).length === 0;

const untilCalm = async (db: Database, catchUpMs: number): Promise<void> => {
  await until('outbox empty', async () => (await countPending(db).catch(() => 1)) === 0, catchUpMs);
  let calmSince: number | undefined;
  // The exporter delivers once a second and looks calm while it waits before another try, so one look at what has come says nothing.
  await until(
    'all records sent and applied, no service job open, all of the audit trail sealed',
    async () => {
      calmSince = (await isCalm(db)) ? (calmSince ?? performance.now()) : undefined;
      return calmSince !== undefined && performance.now() - calmSince > 1_500;
    },
    2 * catchUpMs,
  );
};

/** Called before the fault. Afterwards nothing may be wrong that was not wrong before. */
export const watch = async (db: Database): Promise<Watch> => {
  const before = await findFaults(db);
  const find: Watch['find'] = async (acked, catchUpMs = CATCH_UP_MS) => {
    await untilCalm(db, catchUpMs);
    const found: Findings = new Map();
    found.set('every case taken in is there', await lostCases(db, acked));
    found.set('every claim acknowledged was noted', await lostClaims(db, acked));
    found.set('every completion acknowledged took effect exactly once', await lostCompletions(db, acked));
    for (const [says, rows] of await findFaults(db)) {
      const known = new Set(before.get(says)?.map((row) => JSON.stringify(row)));
      found.set(
        says,
        rows.filter((row) => !known.has(JSON.stringify(row))),
      );
    }
    const broken = await verifyAudit(db);
    found.set('the audit chain is whole', broken === undefined ? [] : [broken]);
    return found;
  };
  return {
    find,
    check: async (t, acked) => {
      for (const [says, wrong] of await find(acked)) t.deepEqual(wrong, [], says);
    },
  };
};
