import type { Deps } from '../../deps.ts';
import { canonical } from '../canonical.ts';
import type { Transaction } from '../contracts.ts';
import { isTransient } from '../is-transient.ts';
import {
  announceRecords,
  type Epoch,
  findEpoch,
  findHighestPosition,
  findStored,
  insertEpoch,
  insertRecords,
  insertUnreadable,
  lockPartition,
} from './ingest-store.ts';
import { parseBulk, type RawRecord } from './parse-bulk.ts';
import { parseExact } from './parse-record.ts';

type StoreDeps = Pick<Deps, 'db' | 'log'>;

/** `sequence` is the exporter's own count and starts anew a little differently after a kill; it is no part of the log. */
const contentOf = (body: string): string => canonical({ ...(parseExact(body) as Record<string, unknown>), sequence: null });

/**
 * Does this come from the log we know? After a restart the engine sends again what we have, equal but for the order of the keys. A different record at a
 * known position means that the broker's data began anew; so does a bulk from below our highest position of which we know nothing at all
 * (positions have gaps, so it need not collide).
 */
const isSameLog = async (trx: Transaction, partitionId: number, { epoch }: Epoch, records: readonly RawRecord[]): Promise<boolean> => {
  const highest = await findHighestPosition(trx, partitionId, epoch);
  const old = records.filter((record) => BigInt(record.position) <= highest);
  if (old.length === 0) return true;
  const stored = await findStored(
    trx,
    partitionId,
    epoch,
    old.map((record) => record.position),
  );
  const differs = (record: RawRecord): boolean => {
    const known = stored.get(record.position);
    return known !== undefined && known !== record.body && contentOf(known) !== contentOf(record.body);
  };
  return stored.size > 0 && !old.some(differs);
};

const storePartition = async (trx: Transaction, partitionId: number, records: readonly RawRecord[], log: Deps['log']): Promise<void> => {
  await lockPartition(trx, partitionId);
  let epoch = await findEpoch(trx, partitionId);
  if (!epoch) {
    epoch = { epoch: 1, accepted: true };
    await insertEpoch(trx, partitionId, epoch);
  } else if (!(await isSameLog(trx, partitionId, epoch, records))) {
    // Keys start anew as well, so these records would be taken for those of other cases. Stored, but not applied until somebody has decided.
    epoch = { epoch: epoch.epoch + 1, accepted: false };
    await insertEpoch(trx, partitionId, epoch);
    log.error(
      { partitionId, epoch: epoch.epoch },
      'records: the engine has begun a new log (data wiped or restored?); its records are kept aside',
    );
  }
  await insertRecords(trx, partitionId, epoch.epoch, records);
};

/** One after the other, each on its own: only what the database itself refuses becomes a dead letter. */
const storeSingly = async (trx: Transaction, records: readonly RawRecord[], log: Deps['log']): Promise<void> => {
  for (const record of records) {
    try {
      await trx.transaction((inner) => storePartition(inner, record.partitionId, [record], log));
    } catch (error) {
      if (isTransient(error)) throw error;
      const { partitionId, position, body } = record;
      log.error({ err: error, partitionId, position }, 'records: a record cannot be stored and is kept as a dead letter');
      await insertUnreadable(trx, [{ partitionId, position, raw: Buffer.from(body), reason: (error as Error).message.slice(0, 200) }]);
    }
  }
};

/** Stores everything of a bulk, once, and commits. What cannot be read is kept as a dead letter: a refusal would block the engine's log. */
export const storeBulk = async ({ db, log }: StoreDeps, bytes: Buffer): Promise<void> => {
  const { records, unreadable } = parseBulk(bytes);
  if (unreadable.length > 0)
    log.error({ lines: unreadable.length, reason: unreadable[0]?.reason }, 'records: unreadable lines kept as dead letters');
  if (records.length + unreadable.length === 0) return;
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
