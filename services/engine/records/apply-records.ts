import type { Deps } from '../../deps.ts';
import type { Transaction } from '../contracts.ts';
import type { EngineRecord, Projection } from '../define-projection.ts';
import { isTransient } from '../is-transient.ts';
import { createTracker, instanceKeyOf, parentKeyOf, type Released, startsInstance, type Tracker } from './case-tracker.ts';
import { foldRows } from './fold-rows.ts';
import { readBody } from './parse-record.ts';
import type { Projections } from './projections.ts';
import {
  type Checkpoint,
  type InstanceEntry,
  insertDeadLetter,
  listInstances,
  listWaiting,
  type ReadModel,
  type StoredRecord,
  saveReadModel,
  saveWaiting,
} from './store.ts';

export type ApplyContext = { deps: Deps; projections: Projections };

export const loadTracker = async (trx: Transaction, checkpoint: Checkpoint): Promise<Tracker> => {
  const { partitionId } = checkpoint;
  const waiting = (await listWaiting(trx, checkpoint)).map((each) => readBody({ partitionId, ...each }, each.body));
  const keys = waiting.map((record) => instanceKeyOf(record) ?? '');
  return createTracker({ instances: keys.length > 0 ? await listInstances(trx, keys) : [], waiting });
};

const fetchInstances = async (trx: Transaction, tracker: Tracker, records: readonly EngineRecord[]): Promise<void> => {
  const begun = new Set(records.filter(startsInstance).map((record) => record.key));
  const keys = new Set(
    records
      .flatMap((record) => [instanceKeyOf(record), parentKeyOf(record)])
      .filter((key): key is string => key !== null && !begun.has(key) && !tracker.knows(key)),
  );
  if (keys.size > 0) tracker.add(await listInstances(trx, [...keys]));
};

const listChanged = async ({ deps }: ApplyContext, tracker: Tracker, partitionId: number): Promise<InstanceEntry[]> => {
  const entries: InstanceEntry[] = [];
  for (const each of tracker.takeChanged()) {
    const release = await deps.releases.findByEngineId(each.engineId, each.definitionKey);
    entries.push({
      ...each,
      partitionId,
      plainId: deps.releases.plainIdOf(each.engineId),
      release: release?.release ?? null,
    });
  }
  return entries;
};

/** What records make of the engine's tables, and those of them whose turn has come. Writes nothing yet, but the tracker has moved on. */
export const readRecords = async (
  trx: Transaction,
  context: ApplyContext,
  tracker: Tracker,
  partitionId: number,
  records: readonly EngineRecord[],
): Promise<{ released: Released[]; model: ReadModel }> => {
  await fetchInstances(trx, tracker, records);
  const released = records.flatMap(tracker.take);
  return {
    released,
    model: {
      ...foldRows(released),
      instances: await listChanged(context, tracker, partitionId),
    },
  };
};

type Due = Released & { projection: Projection };

/** What the projections have to do for these records. */
export const listDue = async (trx: Transaction, { projections }: ApplyContext, released: readonly Released[]): Promise<Due[]> => {
  const all = released.flatMap((each) => projections.for(each.record).map(({ projection }) => ({ ...each, projection })));
  const asked = Array.from(
    Map.groupBy(all, ({ projection }) => projection),
    async ([projection, due]) =>
      [
        projection,
        await projection.done?.(
          due.map(({ record }) => record),
          trx,
        ),
      ] as const,
  );
  const done = new Map(await Promise.all(asked));
  return all.filter(({ projection, record }) => !done.get(projection)?.has(record.key));
};

/** In order per case; what different cases ask of the database shares its round trips. */
export const applyDue = async (trx: Transaction, { deps }: ApplyContext, due: readonly Due[]): Promise<void> => {
  const ofCase = async (own: readonly Due[]): Promise<void> => {
    for (const { projection, record, caseId } of own) await projection.apply(record, { trx, caseId, deps });
  };
  await Promise.all(Array.from(Map.groupBy(due, ({ caseId }) => caseId).values(), ofCase));
};

export const casesOf = (released: readonly Released[]): string[] => released.flatMap(({ caseId }) => caseId ?? []);

/** The quick way: all at once, and any error undoes all. */
const applyTogether = async (
  trx: Transaction,
  context: ApplyContext,
  tracker: Tracker,
  stored: readonly StoredRecord[],
  partitionId: number,
): Promise<string[]> => {
  const records = stored.map((each) => readBody({ partitionId, ...each }, each.body)).filter(context.projections.reads);
  const { released, model } = await readRecords(trx, context, tracker, partitionId, records);
  const [due] = await Promise.all([listDue(trx, context, released), saveReadModel(trx, model)]);
  await applyDue(trx, context, due);
  return casesOf(released);
};

/** The careful way, after the quick one failed: one record after the other, and what fails becomes a dead letter while the rest goes on. */
const applySingly = async (
  trx: Transaction,
  context: ApplyContext,
  tracker: Tracker,
  stored: StoredRecord,
  { partitionId, epoch }: Checkpoint,
): Promise<string[]> => {
  const skip = async (position: string, raw: string, projection: string, error: unknown): Promise<void> => {
    if (isTransient(error)) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    context.deps.log.error(
      { err: error, partitionId, position, projection },
      'records: a record could not be applied and is kept as a dead letter',
    );
    await insertDeadLetter(trx, {
      partitionId,
      epoch,
      position,
      projection,
      reason,
      raw: Buffer.from(raw),
    });
  };
  let record: EngineRecord;
  try {
    record = readBody({ partitionId, ...stored }, stored.body);
  } catch (error) {
    await skip(stored.position, stored.body, '', error);
    return [];
  }
  if (!context.projections.reads(record)) return [];
  const { released, model } = await readRecords(trx, context, tracker, partitionId, [record]);
  await trx
    .transaction((inner) => saveReadModel(inner, model))
    .catch((error: unknown) => skip(stored.position, stored.body, 'engine', error));
  for (const each of released) {
    for (const { name, projection } of context.projections.for(each.record)) {
      await trx
        .transaction((inner) =>
          projection.apply(each.record, {
            trx: inner,
            caseId: each.caseId,
            deps: context.deps,
          }),
        )
        .catch((error: unknown) => skip(each.record.position, JSON.stringify(each.record), name, error));
    }
  }
  return casesOf(released);
};

/** Keeps those records that wait for their case; most batches change nothing there. */
export const keepWaiting = async (trx: Transaction, checkpoint: Checkpoint, tracker: Tracker, hadWaiting: boolean): Promise<void> => {
  const waiting = tracker.listWaiting();
  if (!hadWaiting && waiting.length === 0) return;
  await saveWaiting(
    trx,
    checkpoint,
    waiting.map((record) => ({
      ...record,
      instanceKey: instanceKeyOf(record) ?? '',
    })),
  );
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
    for (const each of stored) touched(await applySingly(trx, context, tracker, each, checkpoint));
  }
  await keepWaiting(trx, checkpoint, tracker, hadWaiting);
  tracker.forgetEnded();
  return { tracker, caseIds };
};
