import type { Deps } from '../../deps.ts';
import { canonical } from '../canonical.ts';
import type { Transaction } from '../contracts.ts';
import type { EngineRecord } from '../define-projection.ts';
import { isTransient } from '../is-transient.ts';
import { announceRecords, type Epoch, findStored, insertEpoch, insertUnreadable, lockEpoch, lockPartition } from './ingest-store.ts';
import { parseBulk } from './parse-bulk.ts';
import { bodyOf, readBody } from './parse-record.ts';
import { insertRecords } from './store.ts';

type StoreDeps = Pick<Deps, 'db' | 'log'>;

/**
 * Does this come from the log we know? After a restart the engine sends again what we have, equal but for the order of the keys. A different record at a
 * known position means that the broker's data began anew; so does a bulk from below our highest position of which we know nothing at all
 * (positions have gaps, so it need not collide).
 */
const isSameLog = async (
  trx: Transaction,
  partitionId: number,
  { epoch, position }: Epoch,
  records: readonly EngineRecord[],
): Promise<boolean> => {
  const old = records.filter((record) => BigInt(record.position) <= BigInt(position));
  if (old.length === 0) return true;
  const stored = await findStored(
    trx,
    partitionId,
    epoch,
    old.map((record) => record.position),
  );
  const differs = (record: EngineRecord): boolean => {
    const known = stored.get(record.position);
    return (
      known !== undefined &&
      known.body !== bodyOf(record) &&
      canonical(readBody({ partitionId, ...known }, known.body)) !== canonical(record)
    );
  };
  return stored.size > 0 && !old.some(differs);
};

const storePartition = async (trx: Transaction, partitionId: number, records: readonly EngineRecord[], log: Deps['log']): Promise<void> => {
  await lockPartition(trx, partitionId);
  let epoch = await lockEpoch(trx, partitionId);
  if (!epoch) {
    epoch = { epoch: 1, accepted: true, position: '-1' };
    await insertEpoch(trx, partitionId, epoch);
  } else if (!(await isSameLog(trx, partitionId, epoch, records))) {
    // Keys start anew as well, so these records would be taken for those of other cases. Stored, but not applied until somebody has decided.
    epoch = { epoch: epoch.epoch + 1, accepted: false, position: '-1' };
    await insertEpoch(trx, partitionId, epoch);
    log.error(
      { partitionId, epoch: epoch.epoch },
      'records: the engine has begun a new log (data wiped or restored?); its records are kept aside',
    );
  }
  await insertRecords(trx, partitionId, epoch.epoch, records);
};

/** One after the other, each on its own: only what the database itself refuses becomes a dead letter. */
const storeSingly = async (trx: Transaction, records: readonly EngineRecord[], log: Deps['log']): Promise<void> => {
  for (const record of records) {
    try {
      await trx.transaction((inner) => storePartition(inner, record.partitionId, [record], log));
    } catch (error) {
      if (isTransient(error)) throw error;
      const { partitionId, position } = record;
      log.error({ err: error, partitionId, position }, 'records: a record cannot be stored and is kept as a dead letter');
      await insertUnreadable(trx, [
        {
          partitionId,
          position,
          raw: Buffer.from(JSON.stringify(record)),
          reason: (error as Error).message.slice(0, 200),
        },
      ]);
    }
  }
};

export type BulkOptions = {
  isRead: (record: EngineRecord) => boolean;
  /** Stores and applies records of one partition at once, if that can be done here and now; false: nothing was done. */
  applyAtOnce: (partitionId: number, records: readonly EngineRecord[]) => Promise<boolean>;
};

const rises = (records: readonly EngineRecord[]): boolean =>
  records.every((record, index) => index === 0 || BigInt(records[index - 1]?.position ?? 0) < BigInt(record.position));

/**
 * Stores what is read of a bulk, once, and commits. What cannot be read is kept as a dead letter: a refusal would block the engine's log. In its plain
 * course the records are applied in the same transaction; what cannot be applied is stored all the same, and applied later.
 */
export const storeBulk = async ({ db, log }: StoreDeps, { isRead, applyAtOnce }: BulkOptions, bytes: Buffer): Promise<void> => {
  const { records: sent, unreadable } = parseBulk(bytes);
  const records = sent.filter(isRead);
  if (unreadable.length > 0)
    log.error({ lines: unreadable.length, reason: unreadable[0]?.reason }, 'records: unreadable lines kept as dead letters');
  const [first] = records;
  if (!first && unreadable.length === 0) return;
  const plain = first && unreadable.length === 0 && records.every(({ partitionId }) => partitionId === first.partitionId) && rises(records);
  if (plain && (await applyAtOnce(first.partitionId, records))) return;
  const store = (storeRecords: (trx: Transaction) => Promise<void>): Promise<void> =>
    db.transaction(async (trx) => {
      if (unreadable.length > 0) await insertUnreadable(trx, unreadable);
      await storeRecords(trx);
      await announceRecords(trx);
    });
  try {
    await store(async (trx) => {
      for (const [partitionId, own] of Map.groupBy(records, (record) => record.partitionId))
        await storePartition(trx, partitionId, own, log);
    });
  } catch (error) {
    if (isTransient(error)) throw error;
    await store((trx) => storeSingly(trx, records, log));
  }
};
