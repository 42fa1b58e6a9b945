import { setTimeout as pause } from 'node:timers/promises';
import { openSession } from '../../../db/session.ts';
import type { Transaction } from '../contracts.ts';
import { type ApplyContext, applyRecords, loadTracker } from './apply-records.ts';
import type { Tracker } from './case-tracker.ts';
import { recordsChannel } from './ingest-store.ts';
import { findCheckpoint, listPartitions, listRecords, saveCheckpoint, tryLockApplier } from './store.ts';

export type ApplierOptions = ApplyContext & {
  /** Told in the same transaction which cases a batch has touched. */
  announceCases: (trx: Transaction, caseIds: readonly string[]) => Promise<void>;
  batch?: number;
};

const idleMs = 1_000;

type Remembered = { tracker: Tracker; epoch: number; position: string };

/**
 * Applies stored records, per partition in the order of the engine's log, each batch and its checkpoint in one transaction. Several processes may run
 * this: a lock lets one at a time work on a partition, and who finds the checkpoint elsewhere than he left it reads his memory anew.
 */
export const startApplier = ({ announceCases, batch = 200, ...context }: ApplierOptions) => {
  const { config, db, log } = context.deps;
  const stop = new AbortController();
  const remembered = new Map<number, Remembered>();
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

  /** True when there may be more. */
  const applyBatch = (partitionId: number): Promise<boolean> =>
    db.transaction(async (trx) => {
      const [mine, checkpoint] = await Promise.all([tryLockApplier(trx, partitionId), findCheckpoint(trx, partitionId)]);
      if (!mine || !checkpoint) return false;
      const stored = await listRecords(trx, checkpoint, batch);
      const last = stored.at(-1);
      if (!last) return false;
      const known = remembered.get(partitionId);
      // Forgotten until this batch has committed: after a rollback memory would be ahead of the tables.
      remembered.delete(partitionId);
      const fresh = !known || known.epoch !== checkpoint.epoch || known.position !== checkpoint.position;
      const { tracker, caseIds } = await applyRecords(
        trx,
        context,
        fresh ? await loadTracker(trx, checkpoint) : known.tracker,
        checkpoint,
        stored,
      );
      await Promise.all([
        saveCheckpoint(trx, { ...checkpoint, position: last.position }),
        caseIds.size > 0 && announceCases(trx, [...caseIds]),
      ]);
      trx.executionPromise.then(
        () => remembered.set(partitionId, { tracker, epoch: checkpoint.epoch, position: last.position }),
        () => undefined,
      );
      return stored.length === batch;
    });

  const drain = async (partitionId: number): Promise<void> => {
    while (!stop.signal.aborted && (await applyBatch(partitionId)));
  };

  const run = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      woken = Promise.withResolvers<void>();
      try {
        await Promise.all((await listPartitions(db)).map(drain));
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
    stop: async (): Promise<void> => {
      stop.abort(new Error('the workers process stops'));
      await running;
      await session.close();
    },
  };
};
