import test from 'ava';
import { findPart, kill, openDatabase, timeOutHeldJobs, untilHealthy } from '../support/crash-ground.ts';
import { watch } from '../support/crash-invariants.ts';
import { completeAll, nothingYet, openMany, untilOpen } from '../support/crash-office.ts';
import { CHECK } from '../support/duldung.ts';
import { lettersOf, readCase, until } from '../support/office.ts';

const db = openDatabase();
test.after.always(() => db.destroy());

/** Twice this many handlers stand before a lock at once; the workers have ten database connections. */
const CASES = 3;
const askFor = { vollstaendigkeit: 'NACHFORDERN', fehlend: ['FOTO', 'PASS'] };

/** Who writes where. */
const steps = [
  { jobType: 'eingang-bestaetigen', table: 'letters' },
  { jobType: 'warten-beginnen', table: 'waits' },
] as const;

const count = async (sql: string, bindings: readonly string[] = []): Promise<number> =>
  Number(((await db.raw(`select count(*) as n from ${sql}`, [...bindings])) as { rows: { n: string }[] }).rows[0]?.n);

const standing = (table: string): Promise<number> => count(`pg_locks where not granted and relation = '${table}'::regclass`);
const timedOut = (jobType: string): Promise<number> =>
  count(`records where value_type = 'JOB' and intent = 'TIMED_OUT' and body::json->'value'->>'type' = ?`, [jobType]);

const each = async <T>(ask: (step: (typeof steps)[number]) => Promise<T>): Promise<T[]> => {
  const answers: T[] = [];
  for (const step of steps) answers.push(await ask(step));
  return answers;
};

test.serial('jobs that are handed out again after their effect change nothing', async (t) => {
  const held = await watch(db);
  const acked = nothingYet();
  const checked = await openMany(acked, CASES);
  await untilOpen(db, checked, CHECK);

  // The handlers have their jobs and stand before the tables they write to.
  const lock = await db.transaction();
  for (const { table } of steps) await lock.raw(`lock table ${table} in share row exclusive mode`);
  const [rows, before] = [await each(({ table }) => count(table)), await each(({ jobType }) => timedOut(jobType))];
  await completeAll(db, acked, checked, { elementId: CHECK, input: askFor });
  const fresh = await openMany(acked, CASES);
  for (const { table } of steps) await until(`handlers before ${table}`, async () => (await standing(table)) === CASES);

  // They commit when there is no engine to tell, and die before there is one again.
  const zeebe = await kill('zeebe');
  await lock.commit();
  for (const [index, { table }] of steps.entries())
    await until(`all ${table}`, async () => (await count(table)) === (rows[index] ?? 0) + CASES);
  const workers = await kill('workers');
  await Promise.all([findPart('zeebe', zeebe), findPart('workers', workers)]);
  await untilHealthy();
  await timeOutHeldJobs();
  for (const [index, { jobType }] of steps.entries())
    await until(`${jobType} to be handed out again`, async () => (await timedOut(jobType)) === (before[index] ?? 0) + CASES);

  await untilOpen(db, fresh, CHECK);
  await completeAll(db, acked, fresh, { elementId: CHECK, input: askFor });
  const all = [...checked, ...fresh];
  await until('the letters that ask for papers', async () => {
    const caseIds = all.map(({ caseId }) => caseId);
    return (await db('letters').whereIn('case_id', caseIds).where('type', 'nachforderung').select('letter_id')).length >= all.length;
  });
  await held.check(t, acked);
  for (const { caseId } of all) {
    const found = await readCase(caseId);
    t.deepEqual(lettersOf(found), ['eingangsbestaetigung', 'nachforderung']);
    t.is(found.waits.length, 1);
  }
});
