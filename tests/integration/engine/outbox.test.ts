import { setTimeout as pause } from 'node:timers/promises';
import test, { registerCompletionHandler } from 'ava';
import { countPending, listFailed, retryCommand, startOutbox } from '../../../services/engine/outbox/index.ts';
import { eventually, openLab, openProxy, servicesDir, zeebeAddress } from './support/lab.ts';
import { behaviour, ran } from './support/seen.ts';

// zeebe-node's timers hold the process for some seconds after everything is closed.
registerCompletionHandler(() => process.exit());

const proxy = await openProxy(zeebeAddress());
const { deps, close } = await openLab({ zeebeAddress: proxy.address });
const { db, commands, engine } = deps;
let outbox: Awaited<ReturnType<typeof startOutbox>>;

const runsOf = (caseId: string) => ran.filter((each) => each.caseId === caseId);
const add = (name: 'note' | 'engine-note', caseId: string, options?: { key?: string }) =>
  db.transaction((trx) => commands.add(trx, name, { caseId }, options));
const attemptsOf = async (caseId: string): Promise<number | undefined> => {
  const { rows } = await db.raw(`select attempts from graphile_worker._private_jobs where payload->'payload'->>'caseId' = ?`, [caseId]);
  return (rows as { attempts: number }[])[0]?.attempts;
};

test.before(async () => {
  await engine.whenHealthy(AbortSignal.timeout(20_000));
  outbox = await startOutbox(deps, { servicesDir });
});
test.after.always(async () => {
  await outbox.stop();
  await close();
  await proxy.cut();
});

test.serial('a command runs when its transaction commits', async (t) => {
  const caseId = crypto.randomUUID();
  await add('note', caseId);
  await eventually('it ran', () => runsOf(caseId).length === 1);
  t.regex(runsOf(caseId)[0]?.commandId ?? '', /^[0-9a-f-]{36}$/);
});

test.serial('a command of a transaction that is rolled back never runs', async (t) => {
  const caseId = crypto.randomUUID();
  await t.throwsAsync(
    db.transaction(async (trx) => {
      await commands.add(trx, 'note', { caseId });
      throw new Error('zurück');
    }),
  );
  await pause(300);
  t.deepEqual(runsOf(caseId), []);
});

test.serial('a second command with the same key replaces the first one', async (t) => {
  const caseId = crypto.randomUUID();
  await db.transaction(async (trx) => {
    await commands.add(trx, 'note', { caseId }, { key: caseId });
    await commands.add(trx, 'note', { caseId }, { key: caseId });
  });
  await eventually('it ran', () => runsOf(caseId).length === 1);
  await pause(200);
  t.is(runsOf(caseId).length, 1);
});

test.serial('a command is started by its notice, not by the next look', async (t) => {
  const ids = Array.from({ length: 100 }, () => crypto.randomUUID());
  const delays: number[] = [];
  for (const caseId of ids) {
    const started = performance.now();
    behaviour.set(caseId, () => delays.push(performance.now() - started));
    await add('note', caseId);
    await eventually('it ran', () => runsOf(caseId).length === 1);
  }
  const sorted = delays.toSorted((a, b) => a - b);
  t.log(`from the begin of the transaction to the command: p50 ${sorted[50]?.toFixed(1)} ms, p95 ${sorted[95]?.toFixed(1)} ms`);
  // The next look comes after a second.
  t.true((sorted[50] ?? 1_000) < 500);
});

test.serial('what keeps failing is shown with its case and its reason, and can be tried again', async (t) => {
  const caseId = crypto.randomUUID();
  behaviour.set(caseId, () => {
    throw new Error('Der Drucker ist aus.');
  });
  await add('note', caseId);
  await eventually('a failure', async () => (await listFailed(db, { minAttempts: 1 })).some((each) => each.caseId === caseId));
  const [stuck] = (await listFailed(db, { minAttempts: 1 })).filter((each) => each.caseId === caseId);
  t.like(stuck, { name: 'note', caseId, attempts: 1, lastError: 'Der Drucker ist aus.', givenUp: false });
  behaviour.delete(caseId);
  t.true(await retryCommand(db, stuck?.id ?? ''));
  // A command that is to be tried again counts as untried, so an empty list alone says nothing; it is gone a moment after it has run.
  await eventually('it has run', () => runsOf(caseId).length === 1);
  await eventually('nothing is left', async () => (await countPending(db)) === 0);
  t.deepEqual(await listFailed(db, { minAttempts: 1 }), []);
});

test.serial('a wrong payload is a failure that says what is wrong', async (t) => {
  await db.transaction((trx) => commands.add(trx, 'note', { caseId: 7 as never }));
  const stuck = await eventually('a failure', async () => (await listFailed(db, { minAttempts: 1 }))[0]);
  t.regex(stuck.lastError, /"caseId" must be a string/);
  await db.raw('delete from graphile_worker._private_jobs');
});

test.serial('while the engine is down its commands wait without using up tries, and others go on', async (t) => {
  await proxy.cut();
  const [waiting, other] = [crypto.randomUUID(), crypto.randomUUID()];
  for (let n = 0; n < 20; n += 1) await add('engine-note', waiting);
  await add('note', other);
  await eventually('the other one ran', () => runsOf(other).length === 1);
  await pause(3_000);
  t.deepEqual(runsOf(waiting), []);
  t.true(((await attemptsOf(waiting)) ?? 0) <= 1);
  t.deepEqual(await listFailed(db, { minAttempts: 1 }), []);
  await proxy.open();
  await eventually('all ran', () => runsOf(waiting).length === 20, 15_000);
  t.true(runsOf(waiting).every(({ attempt }) => attempt === 1));
  await eventually('nothing left', async () => (await countPending(db)) === 0);
});

test.serial('a message goes out under the id of its command', async (t) => {
  const caseId = crypto.randomUUID();
  await db.transaction((trx) => commands.add(trx, 'publish-message', { name: 'outbox-nobody', correlationKey: caseId, caseId }));
  await eventually('it is sent', async () => (await countPending(db)) === 0);
  t.deepEqual(await listFailed(db, { minAttempts: 1 }), []);
});

test.serial('commands held by a dead process are taken over', async (t) => {
  await outbox.stop();
  const caseId = crypto.randomUUID();
  await add('note', caseId);
  await db.raw(`update graphile_worker._private_jobs set locked_by = 'pool-of-the-dead', locked_at = now(), attempts = 1`);
  outbox = await startOutbox(deps, { servicesDir });
  await eventually('it ran', () => runsOf(caseId).length === 1, 10_000);
  t.pass();
});

test.serial('commands held by a living process are left to it', async (t) => {
  const caseId = crypto.randomUUID();
  const gate = Promise.withResolvers<void>();
  behaviour.set(caseId, () => gate.promise);
  await add('note', caseId);
  await eventually('it is held', async () => (await attemptsOf(caseId)) === 1);
  const second = await startOutbox(deps, { servicesDir });
  await pause(4_000);
  t.is(await attemptsOf(caseId), 1);
  gate.resolve();
  await eventually('it ran', () => runsOf(caseId).length === 1);
  await second.stop();
  t.is(runsOf(caseId).length, 1);
});
