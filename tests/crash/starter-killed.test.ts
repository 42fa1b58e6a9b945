import test from 'ava';
import { findPart, isRunning, kill, launchStarter, openDatabase, untilHealthy } from '../support/crash-ground.ts';
import { watch } from '../support/crash-invariants.ts';
import { completeAll, nothingYet, openMany, untilOpen } from '../support/crash-office.ts';
import { CHECK, CONDITIONS, GROUND, grund, papersComplete } from '../support/duldung.ts';
import { until } from '../support/office.ts';

const db = openDatabase();
test.after.always(() => db.destroy());

/** "Within seconds", on a machine with two busy cores. */
const BACK_MS = 30_000;

test.serial('a killed starter takes its children along and leaves engine and database, which the next one takes over', async (t) => {
  const held = await watch(db);
  const acked = nothingYet();
  const cases = await openMany(acked, 8);
  await untilOpen(db, cases, CHECK);
  const [zeebe, postgres] = [await findPart('zeebe'), await findPart('postgres')];

  const completing = completeAll(db, acked, cases, { elementId: CHECK, input: papersComplete, width: 2 });
  await until('the first completion', async () => acked.completions.length > 0);
  await kill('starter');
  await until('api and workers to end by themselves', async () => !isRunning('api') && !isRunning('workers'));
  t.deepEqual([await findPart('zeebe'), await findPart('postgres')], [zeebe, postgres], 'what holds the data goes on');

  launchStarter();
  t.true((await untilHealthy()) < BACK_MS);
  t.deepEqual([await findPart('zeebe'), await findPart('postgres')], [zeebe, postgres], 'taken over, not started anew');
  await completing;

  // Once more without waiting for the children: orphans that still hold ports and jobs must not block the next start.
  const [api, workers] = [await findPart('api'), await findPart('workers')];
  await kill('starter');
  launchStarter();
  await Promise.all([findPart('api', api), findPart('workers', workers)]);
  t.true((await untilHealthy()) < BACK_MS);
  await completeAll(db, acked, cases, { elementId: GROUND, input: grund });
  await untilOpen(db, cases, CONDITIONS);
  await held.check(t, acked);
});
