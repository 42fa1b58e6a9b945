import type { Transaction } from '../contracts.ts';
import type { Unreadable } from './parse-bulk.ts';
import type { StoredRecord } from './store.ts';

export const recordsChannel = 'lotse_records';

/** One life of a partition's log, and the highest position we have of it. */
export type Epoch = { epoch: number; accepted: boolean; position: string };

/** One ingest at a time per partition, so that nobody decides about an epoch on half the picture. */
export const lockPartition = async (trx: Transaction, partitionId: number): Promise<void> => {
  await trx.raw("select pg_advisory_xact_lock(hashtext('lotse ingest'), ?)", [partitionId]);
};

/** Its newest life; nobody else stores anything of it until the transaction ends. */
export const lockEpoch = async (trx: Transaction, partitionId: number): Promise<Epoch | undefined> => {
  const { rows } = await trx.raw(
    'select epoch, accepted, stored_position::text as position from record_epochs where partition_id = ? order by epoch desc limit 1 for no key update',
    [partitionId],
  );
  return (rows as Epoch[])[0];
};

export const insertEpoch = async (trx: Transaction, partitionId: number, { epoch, accepted }: Epoch): Promise<void> => {
  await trx.raw('insert into record_epochs (partition_id, epoch, accepted) values (?, ?, ?)', [partitionId, epoch, accepted]);
};

/** What is already stored under these positions. */
export const findStored = async (
  trx: Transaction,
  partitionId: number,
  epoch: number,
  positions: readonly string[],
): Promise<Map<string, StoredRecord>> => {
  const { rows } = await trx.raw(
    'select position::text as position, value_type as "valueType", intent, body from records where partition_id = ? and epoch = ? and position = any(?::bigint[])',
    [partitionId, epoch, [...positions]],
  );
  return new Map((rows as StoredRecord[]).map((row) => [row.position, row]));
};

export const insertUnreadable = async (trx: Transaction, lines: readonly Unreadable[]): Promise<void> => {
  for (const { partitionId, position, reason, raw } of lines) {
    await trx.raw('insert into dead_letters (partition_id, epoch, position, reason, raw) values (?, 0, ?, ?, ?) on conflict do nothing', [
      partitionId,
      position,
      reason,
      raw,
    ]);
  }
};

export const announceRecords = async (trx: Transaction): Promise<void> => {
  await trx.raw('select pg_notify(?, ?)', [recordsChannel, '']);
};
