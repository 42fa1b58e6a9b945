import test, { type ExecutionContext } from 'ava';
import { type FileChange, listModelFiles, type ModelFile } from '../../services/engine/releases/index.ts';
import { findPart, kill, openDatabase, untilHealthy } from '../support/crash-ground.ts';
import { watch } from '../support/crash-invariants.ts';
import { type Acked, nothingYet, openMany, untilOpen } from '../support/crash-office.ts';
import { aChange, countRows, partsOfCase, type Ran, readState, run, type State, stateOf } from '../support/crash-release.ts';
import { CHECK } from '../support/duldung.ts';
import { until } from '../support/office.ts';
import { sample } from '../support/sample.ts';

const db = openDatabase();
test.after.always(() => db.destroy());

const ENGINE_SAYS = 'before deploy lotse-stand.dmn';
const ROOTS_ARE_THERE = 'after deploy together';
const COMMITTED = 'after COMMIT;';

let live: ModelFile[];
let old: State;
/** The steps of a release and of taking it back, learned from one that nobody disturbs. */
let releaseSteps: string[];
let rollBackSteps: string[];
let number = 0;

const aRelease = (changes: readonly FileChange[]) => ({
  release: { changeId: crypto.randomUUID(), title: 'Probe', reason: 'Absturz', author: 'pv', approvedBy: ['al'], changes },
});
const takingBack = (releaseNo: number) => ({ rollBack: { releaseNo, reason: 'Absturz', by: 'al', undoId: crypto.randomUUID() } });
const withChange = (changes: readonly FileChange[]): State => {
  const texts = new Map(live.map(({ path, content }) => [path, content]));
  for (const { path, content } of changes) texts.set(path, content ?? '');
  return stateOf([...texts].map(([path, content]) => ({ path, content })));
};
const fresh = () => {
  number += 1;
  const changes = aChange(live, number);
  return { order: aRelease(changes), next: withChange(changes) };
};
const finished = ({ outcome }: Ran) => {
  if (!outcome) throw new Error('the order was not run to its end');
  return outcome;
};

/** Every example is a step like the one before it: the first and the last stand for all. */
const without = (steps: readonly string[]): number[] =>
  steps.flatMap((name, index) => {
    const isExample = name.startsWith('before evaluate nebenvorgaenge');
    const inside = isExample && steps[index - 1] === name && steps[index + 1] === name;
    return inside ? [] : [index + 1];
  });

const openOne = async (acked: Acked): Promise<string> => {
  const [one] = await openMany(acked, 1);
  if (!one) throw new Error('no case');
  return one.caseId;
};
/** All a case runs on is of one release: none of its parts is missing there. */
const runsOn = async (t: ExecutionContext, caseId: string, state: State, says: string): Promise<void> => {
  await untilOpen(db, [{ caseId, aktenzeichen: '' }], CHECK);
  const parts = await until('the records of the case', async () => {
    const found = await partsOfCase(db, caseId);
    return [' vorgang ', ' eingang ', ' duldung '].every((name) => found.some((part) => part.includes(name))) && found;
  });
  t.deepEqual(
    parts.filter((part) => !state.current.includes(part)),
    [],
    says,
  );
};
/** The case is where the engine has a root that the office does not know yet: its first step waits. */
const waits = (caseId: string) =>
  until('the first step to wait', async () => {
    const { rows } = await db.raw(`select 1 from engine_jobs where case_id = ? and job_type = 'vorgang-annehmen' and state = 'failed'`, [
      caseId,
    ]);
    return rows.length > 0;
  });

test.serial.before(async () => {
  live = await listModelFiles(db);
  old = await readState(db);
});

test.serial('undisturbed: a release and the way back, each in every kind of step', async (t) => {
  const acked = nothingYet();
  t.deepEqual(stateOf(live), old);
  const { order, next } = fresh();
  const released = await run(order);
  releaseSteps = released.steps;
  t.deepEqual(await readState(db), next);
  await runsOn(t, await openOne(acked), next, 'the new one');
  const back = await run(takingBack(finished(released).releaseNo));
  rollBackSteps = back.steps;
  t.deepEqual(await readState(db), old);
  for (const kind of [ENGINE_SAYS, ROOTS_ARE_THERE, COMMITTED])
    for (const steps of [releaseSteps, rollBackSteps]) t.is(steps.filter((name) => name === kind).length, 1, kind);
  t.true(releaseSteps.filter((name) => name.startsWith('before evaluate nebenvorgaenge')).length >= 3);
  t.log(`${releaseSteps.length} steps of a release, ${rollBackSteps.length} of the way back`);
});

test.serial('killed at each step before the roots: the old release, whole', async (t) => {
  const held = await watch(db);
  const acked = nothingYet();
  const rows = await countRows(db);
  const { order } = fresh();
  const last = releaseSteps.indexOf(ENGINE_SAYS);
  const cases: string[] = [];
  // The first one and the mark itself always; what lies between is like its neighbours.
  const { points, says: drawn } = sample(
    without(releaseSteps).filter((each) => each <= last),
    14,
    (each) => each === 1 || each >= last,
  );
  t.log(drawn);
  for (const [index, at] of points.entries()) {
    const { killed, steps } = await run(order, at);
    const says = `killed ${steps.at(-1)}`;
    t.true(killed, says);
    t.deepEqual(steps, releaseSteps.slice(0, at), 'every run takes the same steps');
    t.deepEqual(await readState(db), old, says);
    t.is(await countRows(db), rows, says);
    if (index % 6 === 0) cases.push(await openOne(acked));
  }
  for (const caseId of cases) await runsOn(t, caseId, old, 'a new case after a kill');
  await held.check(t, acked);
});

/** Kills an order at a step between the engine's mark and its end; whatever is left, running it again brings it to `after`. */
const killAndRepeat = async (
  t: ExecutionContext,
  acked: Acked,
  order: Parameters<typeof run>[0],
  { at, steps, before, after, withCase }: { at: number; steps: readonly string[]; before: State; after: State; withCase: boolean },
): Promise<number> => {
  const rows = await countRows(db);
  const ran = await run(order, at);
  const name = ran.steps.at(-1) ?? '';
  const says = `killed ${name}`;
  t.true(ran.killed, says);
  t.deepEqual(ran.steps, steps.slice(0, at), 'every run takes the same steps');
  const committed = name === COMMITTED;
  t.deepEqual(await readState(db), committed ? after : before, says);
  if (!committed) t.is(await countRows(db), rows, says);
  const inEngine = ran.steps.includes(ROOTS_ARE_THERE);
  const caseId = withCase ? await openOne(acked) : undefined;
  if (caseId && inEngine && !committed) {
    await waits(caseId);
    t.is((await partsOfCase(db, caseId)).length, 1, `${says}: no part of any release is taken yet`);
  } else if (caseId) await runsOn(t, caseId, committed ? after : before, says);
  const again = finished(await run(order));
  t.deepEqual(await readState(db), after, `${says}, then run again`);
  if (caseId && inEngine) await runsOn(t, caseId, after, `${says}, then run again: the case that waited`);
  return again.releaseNo;
};

test.serial('killed at each step from the roots on, there and back: old or new, and run again it is the new one', async (t) => {
  const held = await watch(db);
  const acked = nothingYet();
  const wantsCase = (steps: readonly string[], at: number): boolean =>
    ['before deploy together', ROOTS_ARE_THERE, 'before COMMIT;', COMMITTED].includes(steps[at - 1] ?? '');
  const stepsFrom = (steps: readonly string[]): number[] => {
    const all = steps.flatMap((_, index) => (index >= steps.indexOf(ENGINE_SAYS) && index <= steps.indexOf(COMMITTED) ? [index + 1] : []));
    const { points, says } = sample(all, 8, (at) => wantsCase(steps, at));
    t.log(says);
    return points;
  };
  const [there, back] = [stepsFrom(releaseSteps), stepsFrom(rollBackSteps)];
  for (let round = 0; round < Math.max(there.length, back.length); round += 1) {
    const { order, next } = fresh();
    const at = there[round] ?? 0;
    const releaseNo =
      at === 0
        ? finished(await run(order)).releaseNo
        : await killAndRepeat(t, acked, order, {
            at,
            steps: releaseSteps,
            before: old,
            after: next,
            withCase: wantsCase(releaseSteps, at),
          });
    const backAt = back[round] ?? 0;
    if (backAt === 0) await run(takingBack(releaseNo));
    else {
      const withCase = wantsCase(rollBackSteps, backAt);
      await killAndRepeat(t, acked, takingBack(releaseNo), { at: backAt, steps: rollBackSteps, before: next, after: old, withCase });
    }
    t.deepEqual(await readState(db), old);
  }
  await runsOn(t, await openOne(acked), old, 'a case when all is over');
  t.deepEqual(
    (await listModelFiles(db)).map(({ path, content }) => ({ path, content })),
    live.map(({ path, content }) => ({ path, content })),
    'the office has the texts it had',
  );
  await held.check(t, acked);
});

test.serial('killed with the roots in the engine, and the office restarted before it is run again: the old one, whole', async (t) => {
  const held = await watch(db);
  const acked = nothingYet();
  const { order, next } = fresh();
  const { steps } = await run(order, releaseSteps.indexOf(ROOTS_ARE_THERE) + 1);
  t.is(steps.at(-1), ROOTS_ARE_THERE);
  const workers = await kill('workers');
  await findPart('workers', workers);
  await untilHealthy();
  t.deepEqual(await readState(db), old);
  await runsOn(t, await openOne(acked), old, 'after the restart');
  const { releaseNo } = finished(await run(order));
  t.deepEqual(await readState(db), next);
  await runsOn(t, await openOne(acked), next, 'run again');
  await run(takingBack(releaseNo));
  t.deepEqual(await readState(db), old);
  await runsOn(t, await openOne(acked), old, 'taken back');
  await held.check(t, acked);
});
