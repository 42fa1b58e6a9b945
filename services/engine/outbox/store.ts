import { ask, prepare } from '../../../db/ask.ts';
import type { CommandOptions } from '../commands.ts';
import type { Database, Reader, Transaction } from '../contracts.ts';

export type Envelope = { commandId: string; payload: unknown };

export type StuckCommand = {
  id: string;
  name: string;
  caseId: string | null;
  attempts: number;
  maxAttempts: number;
  lastError: string;
  runAt: string;
  createdAt: string;
  givenUp: boolean;
};

/** By graphile-worker's own way in, which knows all its options. */
export const insertCommand = async (
  trx: Transaction,
  name: string,
  envelope: Envelope,
  { key, delayMs = 0 }: CommandOptions,
): Promise<void> => {
  const runAt = delayMs > 0 ? new Date(Date.now() + delayMs) : null;
  await trx.raw('select graphile_worker.add_job(identifier => ?, payload => ?::json, job_key => ?, run_at => ?::timestamptz)', [
    name,
    JSON.stringify(envelope),
    key ?? null,
    runAt,
  ]);
};

/** As long as a call to the engine may take. After it the runner believes that whoever wanted to send the command has died. */
const holdSeconds = 10;

const intoQueue = 'insert into graphile_worker._private_jobs (task_id, payload, run_at)';
const taskNamed = '(select id from graphile_worker._private_tasks where identifier = $1), $2::json';

const plain = prepare(
  `with job as (${intoQueue} values (${taskNamed}, now()) returning id)
   select pg_notify('jobs:insert', json_build_object('r', id::text, 'count', 1)::text) from job`,
);

const held = prepare(
  `${intoQueue} values (${taskNamed}, now() + make_interval(secs => ${holdSeconds}))
   returning id::text as id`,
);

/**
 * Adds a command for the runner, in one statement: graphile-worker's own way in makes a job out of seven. Fails, and the transaction with it, where the queue
 * has not met the name (`meetNames`).
 */
export const insertPlain = async (trx: Transaction, name: string, envelope: Envelope): Promise<void> => {
  await ask(trx, plain, [name, JSON.stringify(envelope)]);
};

/**
 * The same for a command that the caller will send itself: nobody is told of it, and the runner does not look at it before its seconds are over. Nothing
 * stands behind it, so that COMMIT may leave with it.
 */
export const insertHeld = async (trx: Transaction, name: string, envelope: Envelope): Promise<string> => {
  const [row] = await ask<{ id: string }>(trx, held, [name, JSON.stringify(envelope)]);
  return (row as { id: string }).id;
};

/** Makes the queue know these names. */
export const meetNames = async (db: Database, names: readonly string[]): Promise<void> => {
  await db.raw(
    `insert into graphile_worker._private_tasks (identifier) select name from unnest(?::text[]) name
      where not exists (select from graphile_worker._private_tasks where identifier = name) on conflict do nothing`,
    [[...names]],
  );
};

const idsOf = (ids: readonly string[]): string => `{${ids.join(',')}}`;

/** Takes away what has been sent. What the runner holds meanwhile it takes away itself. */
export const removeDone = async (db: Database, ids: readonly string[]): Promise<void> => {
  await db.raw('select count(*) from graphile_worker.complete_jobs(?::bigint[])', [idsOf(ids)]);
};

/** Gives to the runner what could not be sent. */
export const handBack = async (db: Database, ids: readonly string[]): Promise<void> => {
  await db.raw('select count(*) from graphile_worker.reschedule_jobs(?::bigint[], run_at => now())', [idsOf(ids)]);
};

const failed = `select j.id::text as id, t.identifier as name, j.payload->'payload'->>'caseId' as "caseId", j.attempts, j.max_attempts as "maxAttempts",
            coalesce(j.last_error, '') as "lastError", j.run_at as "runAt", j.created_at as "createdAt", j.attempts >= j.max_attempts as "givenUp"
       from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where j.last_error is not null`;

/** What operations must look at: given up, or failed several times. Newest first. */
export const listFailed = async (db: Database, { minAttempts = 3, limit = 200 } = {}): Promise<StuckCommand[]> => {
  const { rows } = await db.raw(`${failed} and (j.attempts >= j.max_attempts or j.attempts >= ?) order by j.id desc limit ?`, [
    minAttempts,
    limit,
  ]);
  return rows as StuckCommand[];
};

/** One that has failed at least once and is still there. */
export const findFailed = async (db: Database, id: string): Promise<StuckCommand | undefined> => {
  const { rows } = await db.raw(`${failed} and j.id = ?`, [id]);
  return (rows as StuckCommand[])[0];
};

/** The same, held until the transaction ends: nobody tries it again or runs it meanwhile. */
export const lockFailed = async (trx: Transaction, id: string): Promise<StuckCommand | undefined> => {
  const { rows } = await trx.raw(`${failed} and j.id = ? for update of j`, [id]);
  return (rows as StuckCommand[])[0];
};

/** Commands not yet done, those given up left out. */
export const countPending = async (db: Database): Promise<number> => {
  const { rows } = await db.raw('select count(*)::int as n from graphile_worker._private_jobs where attempts < max_attempts');
  return (rows as { n: number }[])[0]?.n ?? 0;
};

/** Operations try a command again, with all its tries. False if it is gone or running at this moment. */
export const retryCommand = async (trx: Reader, id: string): Promise<boolean> => {
  const { rows } = await trx.raw('select id from graphile_worker.reschedule_jobs(array[?]::bigint[], run_at => now(), attempts => 0)', [
    id,
  ]);
  return rows.length > 0;
};

/** Takes a command away without running it. False if it is gone or running at this moment. */
export const dropCommand = async (trx: Transaction, id: string): Promise<boolean> => {
  const { rows } = await trx.raw('select id from graphile_worker.complete_jobs(array[?]::bigint[])', [id]);
  return rows.length > 0;
};
