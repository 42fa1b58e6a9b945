import test from 'ava';
import { findPart, kill, openDatabase, PATIENCE_MS, timeOutHeldJobs, untilHealthy } from '../support/crash-ground.ts';
import { watch } from '../support/crash-invariants.ts';
import { completeAll, nothingYet, openMany, untilOpen } from '../support/crash-office.ts';
import { CHECK, GROUND, papersComplete } from '../support/duldung.ts';
import { until } from '../support/office.ts';

const db = openDatabase();
test.after.always(() => db.destroy());

const CASES = 200;

const countCases = async (): Promise<number> => Number(((await db('cases').count('* as n').first()) as { n: string }).n);

test.serial('Zeebe is killed while 200 cases come in, and again while clerks complete their tasks', async (t) => {
  const held = await watch(db);
  const acked = nothingYet();
  const had = await countCases();
  const opening = openMany(acked, CASES, 16);
  await until('half of the cases', async () => (await countCases()) - had >= CASES / 2, PATIENCE_MS);
  const first = await kill('zeebe');
  const cases = await opening;
  t.is(cases.length, CASES, 'intake needs no engine');
  await findPart('zeebe', first);
  await untilHealthy();
  await timeOutHeldJobs();

  await untilOpen(db, cases, CHECK);
  const completing = completeAll(db, acked, cases, { elementId: CHECK, input: papersComplete, width: 16 });
  await until('half of the completions', async () => acked.completions.length >= CASES / 2, PATIENCE_MS);
  const second = await kill('zeebe');
  await completing;
  t.is(acked.completions.length, CASES, 'a completion needs no engine');
  await findPart('zeebe', second);
  await untilHealthy();
  await timeOutHeldJobs();

  await untilOpen(db, cases, GROUND);
  await held.check(t, acked);
  const { rows } = await db.raw('select type, count(*)::int as n from letters where case_id = any(?::uuid[]) group by type', [
    cases.map(({ caseId }) => caseId),
  ]);
  t.deepEqual(rows, [{ type: 'eingangsbestaetigung', n: CASES }]);
});
