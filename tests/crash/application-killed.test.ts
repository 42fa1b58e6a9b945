import test from 'ava';
import { findPart, kill, openDatabase, PATIENCE_MS, timeOutHeldJobs, untilHealthy } from '../support/crash-ground.ts';
import { watch } from '../support/crash-invariants.ts';
import { completeAll, nothingYet, openMany, untilOpen } from '../support/crash-office.ts';
import { CHECK, CONDITIONS, GROUND, grund, papersComplete } from '../support/duldung.ts';
import { until } from '../support/office.ts';

const db = openDatabase();
test.after.always(() => db.destroy());

test.serial('api and workers are killed while many clerks complete tasks', async (t) => {
  const held = await watch(db);
  const acked = nothingYet();
  const cases = await openMany(acked, 40);
  await untilOpen(db, cases, CHECK);

  const completing = completeAll(db, acked, cases, { elementId: CHECK, input: papersComplete });
  for (const done of [5, 20]) {
    await until(`${done} completions`, async () => acked.completions.length >= done, PATIENCE_MS);
    const [api, workers] = [await kill('api'), await kill('workers')];
    await Promise.all([findPart('api', api), findPart('workers', workers)]);
  }
  await completing;
  await untilHealthy();
  await timeOutHeldJobs();
  await completeAll(db, acked, cases, { elementId: GROUND, input: grund });
  await untilOpen(db, cases, CONDITIONS);
  await held.check(t, acked);
  t.is(acked.completions.length, 80);
});
