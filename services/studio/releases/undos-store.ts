import type { Database, Reader, Transaction } from '../../../db/connection.ts';

export type UndoRow = {
  releaseNo: number;
  /** A new one for every order: the same order again does nothing twice. */
  undoId: string;
  requestedBy: string;
  requestedAt: Date;
  reason: string;
  undoneByRelease: number | null;
  failure: string | null;
};

const columns = {
  releaseNo: 'release_no',
  undoId: 'undo_id',
  requestedBy: 'requested_by',
  requestedAt: 'requested_at',
  reason: 'reason',
  undoneByRelease: 'undone_by_release',
  failure: 'failure',
} as const;

export const findUndo = async (db: Reader, releaseNo: number): Promise<UndoRow | undefined> =>
  db('release_undos').where('release_no', releaseNo).select(columns).first();

export const selectUndos = async (db: Database): Promise<UndoRow[]> => db('release_undos').select(columns);

/** Asked for and neither done nor refused. */
export const listOpenUndos = async (db: Database): Promise<UndoRow[]> =>
  db('release_undos').whereNull('undone_by_release').whereNull('failure').orderBy('requested_at').select(columns);

/** Asking again while it is under way is the same order; after a failure it is a new one. */
export const requestUndo = async (
  trx: Transaction,
  { releaseNo, by, at, reason }: { releaseNo: number; by: string; at: Date; reason: string },
): Promise<void> => {
  const row = { requested_by: by, requested_at: at, reason, failure: null };
  await trx('release_undos')
    .insert({ release_no: releaseNo, ...row })
    .onConflict('release_no')
    .merge({ ...row, undo_id: trx.raw('gen_random_uuid()') })
    .whereRaw('release_undos.failure is not null');
};

export const settleUndo = async (
  trx: Transaction,
  releaseNo: number,
  outcome: { undoneByRelease: number } | { failure: string },
): Promise<void> => {
  await trx('release_undos')
    .where('release_no', releaseNo)
    .update('failure' in outcome ? { failure: outcome.failure } : { undone_by_release: outcome.undoneByRelease, failure: null });
};
