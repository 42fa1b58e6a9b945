import { setTimeout as pause } from 'node:timers/promises';
import test from 'ava';
import { findPart, isRunning, kill, lastWords, launchStarter, openDatabase, untilHealthy } from '../support/crash-ground.ts';
import { watch } from '../support/crash-invariants.ts';
import { completeAll, nothingYet, openMany, untilOpen } from '../support/crash-office.ts';
import { aDuldung, CHECK, CONDITIONS, GROUND, grund, papersComplete } from '../support/duldung.ts';
import { anApplicant, as, type Reply, until } from '../support/office.ts';

const db = openDatabase();
test.after.always(() => db.destroy());

const AWAY_MS = 30_000;
/** The last question asked by then is answered before it is back. */
const SURELY_AWAY_MS = 27_000;

/** Another starter over the same parts; the children of the one before end with it. */
const changeStarter = async (changes: Record<string, string>): Promise<void> => {
  const [api, workers] = [await findPart('api'), await findPart('workers')];
  await kill('starter');
  launchStarter(changes);
  await Promise.all([findPart('api', api), findPart('workers', workers)]);
  await untilHealthy();
};

const asks: Record<string, () => Promise<Reply>> = {
  intake: () => as('svc').post('/api/cases', { anliegen: 'DULDUNG', applicant: anApplicant(), facts: {} }),
  list: () => as('sb-sg4').get('/api/tasks?view=group'),
  health: () => as('svc').get('/api/health'),
};

test.serial('PostgreSQL is killed and away for 30 s', async (t) => {
  await changeStarter({ EMBEDDED_RESTART_MS: String(AWAY_MS) });
  const held = await watch(db);
  const acked = nothingYet();
  const cases = await openMany(acked, 16);
  await untilOpen(db, cases, CHECK);
  const [api, workers] = [await findPart('api'), await findPart('workers')];

  const completing = completeAll(db, acked, cases, { elementId: CHECK, input: papersComplete, width: 4 });
  await until('some completions', async () => acked.completions.length >= 4);
  await kill('postgres');
  const killed = performance.now();
  const answers = new Set<string>();
  while (performance.now() - killed < SURELY_AWAY_MS) {
    for (const [name, ask] of Object.entries(asks)) answers.add(`${name} ${(await ask()).status}`);
    await pause(200);
  }
  t.false(isRunning('postgres'));
  t.deepEqual([...answers].sort(), ['health 503', 'intake 503', 'list 503'], 'Lotse says "not now", and never that something is wrong');

  await untilHealthy();
  await completing;
  acked.cases.push(await aDuldung());
  await completeAll(db, acked, cases, { elementId: GROUND, input: grund });
  await untilOpen(db, cases, CONDITIONS);
  await untilOpen(db, acked.cases.slice(-1), CHECK);
  const now = [await findPart('api'), await findPart('workers')];
  if (now[0] !== api || now[1] !== workers) t.log(lastWords().join('\n'));
  t.deepEqual(now, [api, workers], 'nobody had to be started again');
  await held.check(t, acked);
  await changeStarter({});
});
