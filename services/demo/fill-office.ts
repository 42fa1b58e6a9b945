import { setTimeout as pause } from 'node:timers/promises';
import type { Deps } from '../deps.ts';
import { demoAccounts, seedStaff } from '../staff/index.ts';
import { makePlan } from './office/make-plan.ts';
import type { PlannedCase } from './office/plan.ts';
import { proposeChange } from './propose-change.ts';
import { isReady, situationOf } from './situation.ts';
import { hasPlan, insertPlan, isEmptyOffice, listUnfinished, lockSeeded, readOpen, type Seeded, updateSeeded } from './store.ts';
import { openPlanned, takeStep } from './take-step.ts';

/** There before the address is printed; the others come while somebody looks. */
const AT_ONCE = 20;
const NEXT_CASE_MS = 1_200;
const LOOK_MS = 300;
/** A step that fails so often is left out, and its case stays where it is. */
const PATIENCE = 20;

type Filling = {
  /** Resolves when the first cases are there, or at once when nothing is to be done. */
  begun: Promise<void>;
  stop(): Promise<void>;
};

const openOne = (deps: Deps, plan: PlannedCase): Promise<void> =>
  deps.db.transaction(async (trx) => {
    const seeded = await lockSeeded(trx, plan.key);
    if (!seeded || seeded.caseId) return;
    const caseId = await openPlanned(trx, deps, plan);
    await updateSeeded(trx, plan.key, { caseId, finished: plan.steps.length === 0 });
  });

/** One step and the note that it is done commit together. */
const advance = (deps: Deps, plan: PlannedCase, now: ReturnType<typeof situationOf>): Promise<void> =>
  deps.db.transaction(async (trx) => {
    const seeded = await lockSeeded(trx, plan.key);
    const step = seeded && plan.steps[seeded.stepsDone];
    if (!seeded?.caseId || !step) return;
    await takeStep(trx, deps, plan, { caseId: seeded.caseId, step, now });
    await updateSeeded(trx, plan.key, { stepsDone: seeded.stepsDone + 1, finished: seeded.stepsDone + 1 === plan.steps.length });
  });

const giveUp = (deps: Deps, key: string): Promise<void> => deps.db.transaction((trx) => updateSeeded(trx, key, { finished: true }));

const advanceAll = async (
  deps: Deps,
  plans: Map<string, PlannedCase>,
  rows: readonly Seeded[],
  failures: Map<string, number>,
): Promise<void> => {
  const begun = rows.filter((row): row is Seeded & { caseId: string } => row.caseId !== null);
  const open = await readOpen(
    deps.db,
    begun.map((row) => row.caseId),
  );
  for (const row of begun) {
    const plan = plans.get(row.key);
    const step = plan?.steps[row.stepsDone];
    const now = situationOf(row.caseId, open);
    if (!plan || !step) await giveUp(deps, row.key);
    else if (isReady(step, now)) {
      try {
        await advance(deps, plan, now);
      } catch (error) {
        const count = (failures.get(row.key) ?? 0) + 1;
        failures.set(row.key, count);
        if (count < PATIENCE) continue;
        deps.log.warn({ err: error, key: row.key, step: step.do }, 'a case of the demo office stays where it is');
        await giveUp(deps, row.key);
      }
    }
  }
};

const work = async (deps: Deps, plan: readonly PlannedCase[], begun: () => void, stopped: AbortSignal): Promise<void> => {
  const plans = new Map(plan.map((each) => [each.key, each]));
  const failures = new Map<string, number>();
  let lastOpened = performance.now();
  let first = true;
  while (!stopped.aborted) {
    const rows = await listUnfinished(deps.db);
    if (rows.length === 0) return;
    const waiting = new Set(rows.filter((row) => row.caseId === null).map((row) => row.key));
    const toOpen = plan.filter((each) => waiting.has(each.key));
    const due = first ? Math.max(0, AT_ONCE - (plan.length - toOpen.length)) : performance.now() - lastOpened >= NEXT_CASE_MS ? 1 : 0;
    for (const each of toOpen.slice(0, due)) {
      if (stopped.aborted) return;
      await openOne(deps, each);
      lastOpened = performance.now();
    }
    if (first) begun();
    first = false;
    await advanceAll(deps, plans, rows, failures);
    await pause(LOOK_MS);
  }
};

/**
 * Fills an empty demo office with cases that look like everyday work. They go through the real use cases, engine and workers, so
 * what one sees is what the office does. Broken off, it goes on at the next start; an office in which somebody has worked is left alone.
 */
export const fillOffice = (deps: Deps, count: number): Filling => {
  const stopping = new AbortController();
  const { promise: begun, resolve } = Promise.withResolvers<void>();
  const run = async (): Promise<void> => {
    const plan = makePlan(deps.clock.today()).slice(0, count);
    if (!(await hasPlan(deps.db))) {
      if (!(await isEmptyOffice(deps.db))) return;
      await seedStaff(deps.db, demoAccounts);
      await deps.db.transaction((trx) =>
        insertPlan(
          trx,
          plan.map((each) => each.key),
        ),
      );
      await proposeChange(deps).catch((error: unknown) => deps.log.warn({ err: error }, 'the demo office has no change to release'));
    }
    while (!stopping.signal.aborted) {
      try {
        return await work(deps, plan, resolve, stopping.signal);
      } catch (error) {
        deps.log.warn({ err: error }, 'filling the demo office goes on in a moment');
        await pause(2_000);
      }
    }
  };
  const done = run()
    .catch((error: unknown) => deps.log.error({ err: error }, 'the demo office could not be filled'))
    .finally(resolve);
  return {
    begun,
    stop: async () => {
      stopping.abort();
      await done;
    },
  };
};
