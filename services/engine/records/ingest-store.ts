import type { Transaction } from '../contracts.ts';
import type { RawRecord, Unreadable } from './parse-bulk.ts';

export const recordsChannel = 'lotse_records';

export type Epoch = { epoch: number; accepted: boolean };

/** One ingest at a time per partition, so that nobody decides about an epoch on half the picture. */
export const lockPartition = async (trx: Transaction, partitionId: number): Promise<void> => {
  await trx.raw("select pg_advisory_xact_lock(hashtext('lotse ingest'), ?)", [partitionId]);
};

export const findEpoch = async (trx: Transaction, partitionId: number): Promise<Epoch | undefined> => {
  const { rows } = await trx.raw('select epoch, accepted from record_epochs where partition_id = ? order by epoch desc limit 1', [
    partitionId,
  ]);
  return (rows as Epoch[])[0];
};

export const insertEpoch = async (trx: Transaction, partitionId: number, { epoch, accepted }: Epoch): Promise<void> => {
  await trx.raw('insert into record_epochs (partition_id, epoch, accepted) values (?, ?, ?)', [partitionId, epoch, accepted]);
};

export const findHighestPosition = async (trx: Transaction, partitionId: number, epoch: number): Promise<bigint> => {
  const { rows } = await trx.raw('select max(position) as position from records where partition_id = ? and epoch = ?', [
    partitionId,
    epoch,
  ]);
  return BigInt((rows as { position: string | null }[])[0]?.position ?? -1);
};

/** The bodies already stored under these positions. */
export const findStored = async (
  trx: Transaction,
  partitionId: number,
  epoch: number,
  positions: readonly string[],
): Promise<Map<string, string>> => {
  const { rows } = await trx.raw(
    'select position, body from records where partition_id = ? and epoch = ? and position = any(?::bigint[])',
    [partitionId, epoch, [...positions]],
  );
  return new Map((rows as { position: string; body: string }[]).map((row) => [String(row.position), row.body]));
};

export const insertRecords = async (trx: Transaction, partitionId: number, epoch: number, records: readonly RawRecord[]): Promise<void> => {
  await trx.raw(
    `insert into records (partition_id, epoch, position, value_type, intent, body)
     select ?, ?, * from unnest(?::bigint[], ?::text[], ?::text[], ?::text[]) on conflict do nothing`,
    [
      partitionId,
      epoch,
      records.map((record) => record.position),
      records.map((record) => record.valueType),
      records.map((record) => record.intent),
      records.map((record) => record.body),
    ],
  );
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
