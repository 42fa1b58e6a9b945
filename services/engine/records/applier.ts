import { setTimeout as pause } from 'node:timers/promises';
import { openSession } from '../../../db/session.ts';
import type { Transaction } from '../contracts.ts';
import type { EngineRecord } from '../define-projection.ts';
import { isTransient } from '../is-transient.ts';
import { type ApplyContext, applyDue, applyRecords, casesOf, keepWaiting, listDue, loadTracker, readRecords } from './apply-records.ts';
import type { Tracker } from './case-tracker.ts';
import { recordsChannel } from './ingest-store.ts';
import {
  type Checkpoint,
  findCheckpoint,
  limitWaits,
  listBehind,
  listRecords,
  saveCheckpoint,
  storeApplied,
  tryLockApplier,
} from './store.ts';
import { createTurns } from './turns.ts';

export type ApplierOptions = ApplyContext & {
  /** Told in the same transaction which cases a batch has touched. */
  announceCases: (trx: Transaction, caseIds: readonly string[]) => Promise<void>;
  batch?: number;
};

const idleMs = 1_000;
/** So long the engine's bulk may wait for a batch at hand before it is only stored. */
const turnMs = 1_000;

type Remembered = { tracker: Tracker; checkpoint: Checkpoint };

/** Somebody else applies the partition, or has applied more than we know of. */
class NotOurs extends Error {}

/**
 * Applies records, per partition in the order of the engine's log, each batch and its checkpoint in one transaction: those that have just come in
 * together with storing them (`applyAtOnce`), and all others, stored before, from the table. Several processes may run this: a lock lets one at a time
 * work on a partition, and who finds the checkpoint elsewhere than he left it reads his memory anew.
 */
export const startApplier = ({ announceCases, batch = 200, ...context }: ApplierOptions) => {
  const { config, db, log } = context.deps;
  const stop = new AbortController();
  const remembered = new Map<number, Remembered>();
  const turns = createTurns();
  let woken = Promise.withResolvers<void>();
  const session = openSession({
    databaseUrl: config.databaseUrl,
    name: 'records',
    log,
    onOpen: async (client) => {
      await client.query(`listen ${recordsChannel}`);
      woken.resolve();
    },
    onNotification: () => woken.resolve(),
  });

  /** Forgotten until the work has committed: after a rollback memory would be ahead of the tables. */
  const takeMemory = (partitionId: number): Remembered | undefined => {
    const known = remembered.get(partitionId);
    remembered.delete(partitionId);
    return known;
  };

  const announce = async (trx: Transaction, caseIds: ReadonlySet<string>): Promise<void> => {
    if (caseIds.size > 0) await announceCases(trx, [...caseIds]);
  };

  /** True when there may be more. */
  const applyBatch = async (partitionId: number): Promise<boolean> => {
    const known = takeMemory(partitionId);
    const applied = await db.transaction(async (trx) => {
      const [mine, checkpoint] = await Promise.all([tryLockApplier(trx, partitionId), findCheckpoint(trx, partitionId)]);
      if (!mine || !checkpoint) return undefined;
      const stored = await listRecords(trx, checkpoint, batch);
      const last = stored.at(-1);
      if (!last) return undefined;
      const fresh = !known || known.checkpoint.epoch !== checkpoint.epoch || known.checkpoint.position !== checkpoint.position;
      const { tracker, caseIds } = await applyRecords(
        trx,
        context,
        fresh ? await loadTracker(trx, checkpoint) : known.tracker,
        checkpoint,
        stored,
      );
      const after = { ...checkpoint, position: last.position };
      await Promise.all([saveCheckpoint(trx, after), announce(trx, caseIds)]);
      return { tracker, checkpoint: after, more: stored.length === batch };
    });
    if (applied) remembered.set(partitionId, applied);
    return applied?.more ?? false;
  };

  const storeAndApply = async (known: Remembered, records: readonly EngineRecord[]): Promise<void> => {
    const { tracker, checkpoint } = known;
    await db.transaction(async (trx) => {
      const hadWaiting = tracker.listWaiting().length > 0;
      const { released, model } = await readRecords(trx, context, tracker, checkpoint.partitionId, records);
      const [ours, due] = await Promise.all([
        storeApplied(trx, checkpoint, records, model),
        listDue(trx, context, released),
        announce(trx, new Set(casesOf(released))),
      ]);
      if (!ours) throw new NotOurs();
      if (due.length > 0) await limitWaits(trx);
      await applyDue(trx, context, due);
      // After the records themselves: those that wait are found there again.
      await keepWaiting(trx, checkpoint, tracker, hadWaiting);
    });
    tracker.forgetEnded();
    const position = records.at(-1)?.position ?? checkpoint.position;
    remembered.set(checkpoint.partitionId, {
      tracker,
      checkpoint: { ...checkpoint, position },
    });
  };

  const applyNow = async (partitionId: number, records: readonly EngineRecord[]): Promise<boolean> => {
    const known = takeMemory(partitionId);
    if (!known || BigInt(records[0]?.position ?? 0) <= BigInt(known.checkpoint.position)) return false;
    try {
      await storeAndApply(known, records);
      return true;
    } catch (error) {
      if (isTransient(error)) throw error;
      if (!(error instanceof NotOurs))
        log.warn({ err: error, partitionId }, 'records: a bulk cannot be applied at once and is only stored');
      return false;
    }
  };

  const drain = async (partitionId: number): Promise<void> => {
    while (!stop.signal.aborted && (await turns.take(partitionId, () => applyBatch(partitionId))));
  };

  const run = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      woken = Promise.withResolvers<void>();
      try {
        await Promise.all((await listBehind(db)).map(drain));
        await Promise.race([woken.promise, pause(idleMs, undefined, { signal: stop.signal })]);
      } catch (error) {
        if (stop.signal.aborted) return;
        log.warn({ err: error }, 'records: cannot be applied right now, trying again');
        await pause(idleMs, undefined, { signal: stop.signal }).catch(() => undefined);
      }
    }
  };

  const running = run();
  return {
    /**
     * Stores records of one partition and applies them in the same transaction. False, and nothing was done, when another process applies the
     * partition, when older records are still to be applied, when records are not newer than those, or when one of them cannot be applied.
     */
    applyAtOnce: async (partitionId: number, records: readonly EngineRecord[]): Promise<boolean> =>
      (await turns.takeSoon(partitionId, turnMs, () => applyNow(partitionId, records))) ?? false,
    stop: async (): Promise<void> => {
      stop.abort(new Error('the workers process stops'));
      await running;
      await session.close();
    },
  };
};
