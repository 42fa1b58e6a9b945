import { Conflict } from '../../platform/errors.ts';
import type { Reader, Transaction } from '../contracts.ts';
import { type Checkpoint, lockApplier } from './store.ts';

/** Lotse's own applier holds its lock for some milliseconds; who holds it for longer is another rebuild, or hangs. */
const patience = '10s';

/** Every table is compared by its rows' contents, whatever their order. The release number is looked up when a row is made and is not the log's. */
export const hashReadModel = async (db: Reader, tables: readonly string[]): Promise<Record<string, string>> => {
  const hashes: Record<string, string> = {};
  for (const table of tables.toSorted()) {
    const { rows } = await db.raw(
      `select coalesce(encode(sha256(convert_to(string_agg(row_hash, '' order by row_hash), 'UTF8')), 'hex'), 'empty') as hash
         from (select encode(sha256(convert_to((to_jsonb(t) - 'release')::text, 'UTF8')), 'hex') as row_hash from ${table} t) hashed`,
    );
    hashes[table] = (rows as { hash: string }[])[0]?.hash ?? 'empty';
  }
  return hashes;
};

/** How far each partition's records have been applied. */
export const listApplied = async (trx: Transaction): Promise<Checkpoint[]> => {
  const { rows } = await trx.raw(
    'select partition_id as "partitionId", epoch, applied_position::text as position from record_epochs where accepted order by 1, 2',
  );
  return rows as Checkpoint[];
};

/** Keeps every applier out until the transaction ends; throws Conflict when one does not let go. */
export const lockAll = async (trx: Transaction, partitionIds: Iterable<number>): Promise<void> => {
  await trx.raw(`set local lock_timeout = '${patience}'`);
  try {
    for (const partitionId of partitionIds) await lockApplier(trx, partitionId);
  } catch (error) {
    if ((error as { code?: string }).code !== '55P03') throw error;
    throw new Conflict(
      'Das Protokoll der Engine wird gerade von einem anderen Prozess angewendet (läuft noch ein Neuaufbau?). Bitte versuchen Sie es später noch einmal.',
    );
  }
  await trx.raw('set local lock_timeout to default');
};

/** The tables that come from the record stream, and the records that wait for others. */
export const emptyReadModel = async (trx: Transaction, tables: readonly string[]): Promise<void> => {
  for (const table of tables) await trx.raw(`delete from ${table}`);
  await trx.raw('delete from waiting_records');
};
