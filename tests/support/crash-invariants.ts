import type { ExecutionContext } from 'ava';
import type { Database } from '../../db/connection.ts';
import { countPending, isQuiet, listFailed } from '../../services/engine/index.ts';
import { verifyAudit } from '../../services/platform/audit-chain.ts';
import type { Acked } from './crash-office.ts';
import { until } from './office.ts';

/** The outbox has a minute to get empty after the last fault; that all of it is applied and has come to rest may take another. */
const CATCH_UP_MS = 60_000;

type Rows = Record<string, unknown>[];

type Watch = {
  /** Everything that must hold after any fault. `acked`: what Lotse has said it took. Waits until all has come to rest. */
  check(t: ExecutionContext, acked: Acked): Promise<void>;
};

const query = async (db: Database, sql: string, bindings: readonly (string | readonly string[])[] = []): Promise<Rows> =>
  ((await db.raw(sql, bindings as string[])) as { rows: Rows }).rows;
const column = async (db: Database, sql: string): Promise<string[]> => (await query(db, sql)).map((row) => String(Object.values(row)[0]));

/** Cases that run have one root and one only, the one that claimed them; cases that ended have none. */
const wrongRoots = (db: Database): Promise<Rows> =>
  query(
    db,
    `select c.aktenzeichen, c.status, count(i.*) as live, min(i.process_instance_key) as root, c.root_instance_key as claimed
       from cases c left join engine_instances i on i.case_id = c.case_id and i.parent_key is null and i.plain_id = 'vorgang' and i.state = 'active'
      group by c.case_id
     having (c.closed_at is null and (count(i.*) <> 1 or min(i.process_instance_key) is distinct from c.root_instance_key))
         or (c.closed_at is not null and count(i.*) <> 0)`,
  );

/** A user task of the engine is on a list exactly while its job is open. */
const wrongTasks = (db: Database): Promise<Rows> =>
  query(
    db,
    `select coalesce(j.job_key, t.job_key) as job, j.state as engine, t.status as list, t.element_id
       from (select * from engine_jobs where job_type = 'io.camunda.zeebe:userTask') j full join tasks t on t.job_key = j.job_key
      where (coalesce(j.state, '') in ('created', 'failed')) <> (t.status is not distinct from 'offen')
         or (j.state = 'completed') <> (t.status = 'erledigt') or (j.state = 'canceled') <> (t.status = 'entfallen')`,
  );

/** The unique key holds the letters apart; two of one kind and wording in one case would be the same letter under two keys. */
const doubledLetters = (db: Database): Promise<Rows> =>
  query(
    db,
    'select case_id, type, count(*) from letters group by case_id, type, body_hash having count(*) > 1 or count(distinct business_key) <> count(*)',
  );

const doubledLines = (db: Database, known: readonly string[]): Promise<Rows> =>
  query(
    db,
    'select case_id, text, count(*) from case_history where case_id <> all(?::uuid[]) group by case_id, element_id, text having count(*) > 1',
    [known],
  );

const doubledWaits = (db: Database): Promise<Rows> =>
  query(db, 'select case_id, kind, count(*) from waits where ended_at is null group by case_id, element_id, kind having count(*) > 1');

const lostCases = async (db: Database, { cases }: Acked): Promise<string[]> => {
  const stored = new Set(await column(db, `select case_id || ' ' || aktenzeichen from cases`));
  return cases.filter(({ caseId, aktenzeichen }) => !stored.has(`${caseId} ${aktenzeichen}`)).map(({ aktenzeichen }) => aktenzeichen);
};

/** What a person was told is done: the entries are there as given, the engine has taken the step once, the history says it once. */
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

/** Tasks of one step appear once in cases that take each step once, as those of these tests do. */
const doubledTasks = (db: Database, known: readonly string[]): Promise<Rows> =>
  query(
    db,
    'select case_id, element_id, count(*) from tasks where case_id <> all(?::uuid[]) group by case_id, element_id having count(*) > 1',
    [known],
  );

const untilCalm = async (db: Database): Promise<void> => {
  await until('outbox empty', async () => (await countPending(db).catch(() => 1)) === 0, CATCH_UP_MS);
  let calmSince: number | undefined;
  // The exporter delivers once a second, so one calm look says nothing.
  await until(
    'all records applied, no service job open, all of the audit trail sealed',
    async () => {
      const calm =
        (await isQuiet(db)) &&
        (await countPending(db)) === 0 &&
        (await column(db, 'select 1 from audit where seq is null limit 1')).length === 0;
      calmSince = calm ? (calmSince ?? performance.now()) : undefined;
      return calmSince !== undefined && performance.now() - calmSince > 1_500;
    },
    2 * CATCH_UP_MS,
  );
};

/** Called before the fault, because the office may have a past; what is new afterwards must be without fault. */
export const watch = async (db: Database): Promise<Watch> => {
  const before = {
    cases: await column(db, 'select case_id from cases'),
    incidents: await column(db, 'select incident_key from engine_incidents'),
    deadLetters: await column(db, 'select dead_letter_id from dead_letters'),
    failed: (await listFailed(db, { minAttempts: 1 })).map(({ id }) => id),
  };
  return {
    check: async (t, acked) => {
      await untilCalm(db);
      t.deepEqual(await lostCases(db, acked), [], 'every case taken in is there');
      t.deepEqual(await lostCompletions(db, acked), [], 'every completion acknowledged took effect exactly once');
      t.deepEqual(await wrongRoots(db), [], 'an open case has one live root, a closed one none');
      t.deepEqual(await wrongTasks(db), [], 'the lists show the open tasks of the engine, each once');
      t.deepEqual(await doubledTasks(db, before.cases), [], 'no step is on the lists twice');
      t.deepEqual(await doubledLetters(db), [], 'no letter twice');
      t.deepEqual(await doubledWaits(db), [], 'nothing is waited for twice');
      t.deepEqual(await doubledLines(db, before.cases), [], 'no history line twice');
      t.deepEqual(await query(db, 'select * from engine_incidents where incident_key <> all(?)', [before.incidents]), [], 'no incident');
      t.deepEqual(
        await query(db, 'select * from dead_letters where dead_letter_id <> all(?::bigint[])', [before.deadLetters]),
        [],
        'no dead letter',
      );
      t.deepEqual(
        (await listFailed(db, { minAttempts: 1 })).filter(({ id }) => !before.failed.includes(id)),
        [],
        'no command given up',
      );
      t.is(await verifyAudit(db), undefined, 'the audit chain is whole');
    },
  };
};
