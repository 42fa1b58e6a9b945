import type { Deps } from '../../deps.ts';
import type { Transaction } from '../contracts.ts';
import type { EngineRecord } from '../define-projection.ts';
import { isTransient } from '../is-transient.ts';
import { createTracker, type Instance, instanceKeyOf, parentKeyOf, type Released, type Tracker } from './case-tracker.ts';
import { foldRows } from './fold-rows.ts';
import { parseRecord } from './parse-record.ts';
import type { Projections } from './projections.ts';
import {
  type Checkpoint,
  insertDeadLetter,
  listInstances,
  listWaiting,
  type StoredRecord,
  saveInstances,
  saveRows,
  saveWaiting,
} from './store.ts';

export type ApplyContext = { deps: Deps; projections: Projections };

/** Ended families beyond this many instances are dropped from memory. */
const rememberedInstances = 5_000;

export const loadTracker = async (trx: Transaction, checkpoint: Checkpoint): Promise<Tracker> => {
  const waiting = (await listWaiting(trx, checkpoint)).map((each) => parseRecord(each.body, each.epoch));
  const keys = waiting.map((record) => instanceKeyOf(record) ?? '');
  return createTracker({ instances: keys.length > 0 ? await listInstances(trx, keys) : [], waiting });
};

const fetchInstances = async (trx: Transaction, tracker: Tracker, records: readonly EngineRecord[]): Promise<void> => {
  const keys = new Set(
    records
      .flatMap((record) => [instanceKeyOf(record), parentKeyOf(record)])
      .filter((key): key is string => key !== null && !tracker.knows(key)),
  );
  if (keys.size > 0) tracker.add(await listInstances(trx, [...keys]));
};

const saveChanged = async (trx: Transaction, { deps }: ApplyContext, tracker: Tracker, partitionId: number): Promise<void> => {
  const changed = tracker.takeChanged();
  if (changed.length === 0) return;
  const describe = async (each: Instance) => {
    const release = await deps.releases.findByEngineId(each.engineId, each.definitionKey);
    return { ...each, partitionId, plainId: deps.releases.plainIdOf(each.engineId), release: release?.release ?? null };
  };
  const rows = [];
  for (const each of changed) rows.push(await describe(each));
  await saveInstances(trx, rows);
};

const project = async (
  trx: Transaction,
  { deps, projections }: ApplyContext,
  { record, caseId }: Released,
  skip: (name: string, error: unknown) => Promise<void>,
): Promise<void> => {
  for (const { name, projection } of projections.for(record)) {
    await trx.transaction((inner) => projection.apply(record, { trx: inner, caseId, deps })).catch((error: unknown) => skip(name, error));
  }
};

const applyInOrder = async (trx: Transaction, { deps, projections }: ApplyContext, released: readonly Released[]): Promise<void> => {
  for (const { record, caseId } of released) {
    for (const { projection } of projections.for(record)) await projection.apply(record, { trx, caseId, deps });
  }
};

/** The quick way: all at once, and any error undoes all. */
const applyTogether = async (
  trx: Transaction,
  context: ApplyContext,
  tracker: Tracker,
  stored: readonly StoredRecord[],
  partitionId: number,
): Promise<string[]> => {
  const records = stored.map((each) => parseRecord(each.body, each.epoch)).filter((record) => record.recordType === 'EVENT');
  await fetchInstances(trx, tracker, records);
  const released = records.flatMap(tracker.take);
  await Promise.all([saveChanged(trx, context, tracker, partitionId), saveRows(trx, foldRows(released))]);
  // In order per case; what different cases ask of the database shares its round trips.
  const cases = Map.groupBy(released, ({ caseId }) => caseId);
  await Promise.all(Array.from(cases.values(), (own) => applyInOrder(trx, context, own)));
  return released.flatMap(({ caseId }) => caseId ?? []);
};

/** The careful way, after the quick one failed: one record after the other, and what fails becomes a dead letter while the rest goes on. */
const applySingly = async (
  trx: Transaction,
  context: ApplyContext,
  tracker: Tracker,
  stored: StoredRecord,
  partitionId: number,
): Promise<string[]> => {
  const skip =
    (position: string, raw: string) =>
    async (projection: string, error: unknown): Promise<void> => {
      if (isTransient(error)) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      context.deps.log.error(
        { err: error, partitionId, position, projection },
        'records: a record could not be applied and is kept as a dead letter',
      );
      await insertDeadLetter(trx, { partitionId, epoch: stored.epoch, position, projection, reason, raw: Buffer.from(raw) });
    };
  const skipThis = skip(stored.position, stored.body);
  let record: EngineRecord;
  try {
    record = parseRecord(stored.body, stored.epoch);
  } catch (error) {
    await skipThis('', error);
    return [];
  }
  if (record.recordType !== 'EVENT') return [];
  await fetchInstances(trx, tracker, [record]);
  const released = tracker.take(record);
  await trx
    .transaction(async (inner) => {
      await saveChanged(inner, context, tracker, partitionId);
      await saveRows(inner, foldRows(released));
    })
    .catch((error: unknown) => skipThis('engine', error));
  for (const each of released) await project(trx, context, each, skip(each.record.position, JSON.stringify(each.record)));
  return released.flatMap(({ caseId }) => caseId ?? []);
};

/**
 * Applies the next records of a partition inside the caller's transaction. Returns the tracker to go on with and the cases touched. Rejects only with
 * errors that pass by themselves (database away).
 */
export const applyRecords = async (
  trx: Transaction,
  context: ApplyContext,
  before: Tracker,
  checkpoint: Checkpoint,
  stored: readonly StoredRecord[],
): Promise<{ tracker: Tracker; caseIds: Set<string> }> => {
  const { partitionId } = checkpoint;
  let tracker = before;
  const hadWaiting = tracker.listWaiting().length > 0;
  const caseIds = new Set<string>();
  const touched = (ids: readonly string[]): void => {
    for (const id of ids) caseIds.add(id);
  };
  try {
    touched(await trx.transaction((inner) => applyTogether(inner, context, tracker, stored, partitionId)));
  } catch (error) {
    if (isTransient(error)) throw error;
    context.deps.log.warn({ err: error, partitionId }, 'records: a batch failed and is applied record by record');
    tracker = await loadTracker(trx, checkpoint);
    for (const each of stored) touched(await applySingly(trx, context, tracker, each, partitionId));
  }
  const waiting = tracker.listWaiting();
  if (hadWaiting || waiting.length > 0)
    await saveWaiting(
      trx,
      checkpoint,
      waiting.map((record) => ({ ...record, instanceKey: instanceKeyOf(record) ?? '' })),
    );
  tracker.forgetEnded(rememberedInstances);
  return { tracker, caseIds };
};
