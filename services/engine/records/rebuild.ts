import { Conflict } from '../../platform/errors.ts';
import type { Database, Transaction } from '../contracts.ts';
import { type ApplyContext, applyRecords } from './apply-records.ts';
import { createTracker } from './case-tracker.ts';
import type { Projections } from './projections.ts';
import { type Checkpoint, listRecords, lockApplier } from './store.ts';

const chunk = 1_000;

/** Lotse's own applier holds its lock for some milliseconds; who holds it for longer is another rebuild, or hangs. */
const patience = '10s';

export type Rebuilt = { before: Record<string, string>; after: Record<string, string> };

/** Every table is compared by its rows' contents, whatever their order. The release number is looked up when a row is made and is not the log's. */
export const hashReadModel = async (db: Database | Transaction, tables: readonly string[]): Promise<Record<string, string>> => {
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

const listApplied = async (trx: Transaction): Promise<Checkpoint[]> => {
  const { rows } = await trx.raw(
    'select partition_id as "partitionId", epoch, applied_position::text as position from record_epochs where accepted order by 1, 2',
  );
  return rows as Checkpoint[];
};

const lockAll = async (trx: Transaction, partitionIds: Iterable<number>): Promise<void> => {
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

/**
 * Empties the tables that come from the record stream (the engine's, and those a projection names) and fills them again from the raw records, up to
 * where they had been. All in one transaction: readers see the old rows until the new ones are complete, and Lotse may go on meanwhile, its applier
 * waits. Returns a hash per table, of what was there and of what is there now; they differ only if the tables were not what the log says.
 * Throws Conflict when somebody else keeps applying.
 */
export const rebuild = ({ deps, projections }: ApplyContext): Promise<Rebuilt> =>
  deps.db.transaction(async (trx) => {
    const rebuildable: Projections = projections.rebuildable();
    await lockAll(trx, new Set((await listApplied(trx)).map((each) => each.partitionId)));
    const before = await hashReadModel(trx, rebuildable.tables);
    for (const table of rebuildable.tables) await trx.raw(`delete from ${table}`);
    await trx.raw('delete from waiting_records');
    // Read only now: an applier may have moved them while we waited for its lock.
    for (const until of await listApplied(trx)) {
      let tracker = createTracker({ instances: [], waiting: [] });
      let at: Checkpoint = { ...until, position: '-1' };
      for (;;) {
        const stored = await listRecords(trx, at, chunk, until.position);
        const last = stored.at(-1);
        if (!last) break;
        ({ tracker } = await applyRecords(trx, { deps, projections: rebuildable }, tracker, at, stored));
        at = { ...at, position: last.position };
      }
    }
    return { before, after: await hashReadModel(trx, rebuildable.tables) };
  });
