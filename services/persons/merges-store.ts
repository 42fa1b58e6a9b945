import type { Reader, Transaction } from '../../db/connection.ts';
import type { Applicant } from './applicant.ts';
import type { PersonName } from './names.ts';

type Before = { details: Applicant; names: PersonName[]; familyId: string };

export type Merge = {
  mergeId: string;
  keptId: string;
  mergedId: string;
  /** Cases that moved from the one record to the other. */
  caseIds: string[];
  /** What the records were before, who changed families, and the number of the last change known then. */
  before: { kept: Before; merged: Before; family: string[]; lastChange: string };
  at: Date;
  by: string;
  reason: string;
  undoneAt: Date | null;
  undoneBy: string | null;
  undoneReason: string | null;
};

const columns = {
  mergeId: 'merge_id',
  keptId: 'kept_id',
  mergedId: 'merged_id',
  caseIds: 'case_ids',
  before: 'before',
  at: 'at',
  by: 'by',
  reason: 'reason',
  undoneAt: 'undone_at',
  undoneBy: 'undone_by',
  undoneReason: 'undone_reason',
} as const;

export const insertMerge = async (
  trx: Transaction,
  merge: Pick<Merge, 'keptId' | 'mergedId' | 'caseIds' | 'before' | 'at' | 'by' | 'reason'>,
): Promise<void> => {
  const { keptId, mergedId, caseIds, before, at, by, reason } = merge;
  await trx('person_merges').insert({
    kept_id: keptId,
    merged_id: mergedId,
    case_ids: caseIds,
    before: JSON.stringify(before),
    at,
    by,
    reason,
  });
};

/** Newest first, those taken back too. */
export const listMerges = (db: Reader, personIds: readonly string[]): Promise<Merge[]> =>
  db('person_merges')
    .where((either) => either.whereIn('kept_id', [...personIds]).orWhereIn('merged_id', [...personIds]))
    .orderBy('at', 'desc')
    .select(columns);

export const undoMerge = async (trx: Transaction, mergeId: string, undone: { at: Date; by: string; reason: string }): Promise<void> => {
  await trx('person_merges')
    .where('merge_id', mergeId)
    .update({ undone_at: undone.at, undone_by: undone.by, undone_reason: undone.reason });
};

export const restoreFamily = async (trx: Transaction, personIds: readonly string[], familyId: string): Promise<void> => {
  await trx('persons')
    .whereIn('person_id', [...personIds])
    .update({ family_id: familyId });
};
