import { setTimeout as pause } from 'node:timers/promises';
import test, { registerCompletionHandler } from 'ava';
import { EngineOverloaded } from '../../../services/engine/errors.ts';
import { createCommands } from '../../../services/engine/index.ts';
import { countPending, startOutbox, startSending } from '../../../services/engine/outbox/index.ts';
import { eventually, openLab, servicesDir } from './support/lab.ts';
import { behaviour, ran } from './support/seen.ts';

// zeebe-node's timers hold the process for some seconds after everything is closed.
registerCompletionHandler(() => process.exit());

const lab = await openLab();
const { deps } = lab;
const { db, engine } = deps;
const commands = createCommands();
let sending: Awaited<ReturnType<typeof startSending>>;

const runsOf = (caseId: string) => ran.filter((each) => each.caseId === caseId);
const add = (caseId: string) => db.transaction((trx) => commands.add(trx, 'engine-note', { caseId }));
const runOutbox = async <T>(work: () => Promise<T>, options: { pollIntervalMs?: number } = {}): Promise<T> => {
  const outbox = await startOutbox(deps, { servicesDir, ...options });
  return work().finally(outbox.stop);
};

test.before(async () => {
  await engine.whenHealthy(AbortSignal.timeout(20_000));
  sending = await startSending(deps, { servicesDir });
  commands.sendAtOnce(sending.sender);
});
test.after.always(async () => {
  await sending.stop();
  await lab.close();
});

test.serial('what a process commits it sends itself, and the row goes', async (t) => {
  const caseId = crypto.randomUUID();
  await add(caseId);
  await eventually('it ran', () => runsOf(caseId).length === 1, 2_000);
  await eventually('nothing is left', async () => (await countPending(db)) === 0, 2_000);
  t.like(runsOf(caseId)[0], { attempt: 1 });
});

test.serial('what is rolled back is not sent, be it a part of a transaction or all of it', async (t) => {
  const [part, all, kept] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
  const refuse = (): never => {
    throw new Error('zurück');
  };
  await db.transaction(async (trx) => {
    await t.throwsAsync(trx.transaction((inner) => commands.add(inner, 'engine-note', { caseId: part }).then(refuse)));
    await trx.transaction((inner) => commands.add(inner, 'engine-note', { caseId: kept }));
    await pause(200);
    t.deepEqual(runsOf(kept), [], 'not before the whole has committed');
  });
  await t.throwsAsync(
    db.transaction(async (trx) => {
      await trx.transaction((inner) => commands.add(inner, 'engine-note', { caseId: all }));
      refuse();
    }),
  );
  await eventually('the one that committed ran', () => runsOf(kept).length === 1);
  await pause(200);
  t.deepEqual([...runsOf(part), ...runsOf(all)], []);
});

test.serial('what cannot be sent is the runner’s at once', async (t) => {
  const caseId = crypto.randomUUID();
  behaviour.set(caseId, () => {
    throw new Error('Die Engine nimmt das nicht an.');
  });
  await add(caseId);
  await pause(300);
  behaviour.delete(caseId);
  t.deepEqual(runsOf(caseId), []);
  t.is(await countPending(db), 1);
  await runOutbox(() => eventually('it ran', () => runsOf(caseId).length === 1, 4_000));
  await eventually('nothing is left', async () => (await countPending(db)) === 0);
  t.is(runsOf(caseId).length, 1);
});

test.serial('the runner is told of what this process does not send, once for each and once it has committed', async (t) => {
  const told = createCommands();
  told.sendAtOnce({ takes: () => false, send: () => t.fail('it was not to be sent') });
  const first = crypto.randomUUID();
  const three = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
  const give = (...ids: string[]) =>
    db.transaction(async (trx) => {
      for (const caseId of ids) await told.add(trx, 'engine-note', { caseId });
    });
  const runsFor = (ids: readonly string[]) => ids.map((caseId) => runsOf(caseId).length);
  const pollIntervalMs = 60_000;
  await runOutbox(
    async () => {
      // By then all its places have looked and found nothing.
      await give(first);
      await eventually('the first ran', () => runsOf(first).length === 1, 5_000);
      await pause(500);
      await give(...three);
      await eventually('all three ran', () => runsFor(three).every((times) => times > 0), 2_000);
    },
    { pollIntervalMs },
  );
  t.deepEqual(runsFor(three), [1, 1, 1]);
  t.is(await countPending(db), 0);
});

test.serial('an engine that is full is left to the runner for a second', async (t) => {
  const caseId = crypto.randomUUID();
  behaviour.set(caseId, () => {
    throw new EngineOverloaded('voll');
  });
  t.true(sending.sender.takes('engine-note'));
  await add(caseId);
  await eventually('it is not taken', () => !sending.sender.takes('engine-note'), 2_000);
  behaviour.delete(caseId);
  await eventually('it is taken again', () => sending.sender.takes('engine-note'), 2_000);
  await runOutbox(() => eventually('it ran', () => runsOf(caseId).length === 1));
  t.is(runsOf(caseId).length, 1);
});

test.serial('a command whose process died after the commit is found by the runner some seconds later, and not before', async (t) => {
  const dead = createCommands();
  dead.sendAtOnce({ takes: () => true, send: () => undefined });
  const caseId = crypto.randomUUID();
  const begun = performance.now();
  await db.transaction((trx) => dead.add(trx, 'engine-note', { caseId }));
  await runOutbox(() => eventually('it ran', () => runsOf(caseId).length === 1, 20_000));
  t.true(performance.now() - begun > 9_000);
  t.is(runsOf(caseId).length, 1);
});

test.serial('a hundred at once are each sent once while the runner looks on', async (t) => {
  const ids = Array.from({ length: 100 }, () => crypto.randomUUID());
  const begun = performance.now();
  await runOutbox(async () => {
    await Promise.all(ids.map(add));
    await eventually('all ran', () => ids.every((caseId) => runsOf(caseId).length > 0));
    await eventually('nothing is left', async () => (await countPending(db)) === 0);
  });
  t.log(`${Math.round(performance.now() - begun)} ms`);
  t.deepEqual(
    ids.filter((caseId) => runsOf(caseId).length > 1),
    [],
  );
});
