import type { Database } from '../../../db/connection.ts';
import { caseIdsIn, selectCases } from '../../cases/index.ts';
import type { CaseScope } from '../../staff/index.ts';

export type OpenCase = { caseId: string; aktenzeichen: string; section: string | null; facts: Record<string, unknown> };

/** Open cases nobody has to hide, in the order of their ids. */
export const selectOpenCases = async (db: Database, after: string | null, limit: number): Promise<OpenCase[]> => {
  const query = selectCases(db)
    .clearSelect()
    .select({ caseId: 'cases.case_id', aktenzeichen: 'cases.aktenzeichen', section: 'cases.section', facts: 'cases.facts' })
    .whereNull('cases.closed_at')
    .where('cases.hidden', false)
    .orderBy('cases.case_id')
    .limit(limit);
  if (after !== null) query.where('cases.case_id', '>', after);
  return (await query) as unknown as OpenCase[];
};

/** Which of these cases are in the scope now; a case may have moved since it was tried. */
export const selectAmong = async (db: Database, scope: CaseScope, caseIds: readonly string[]): Promise<Set<string>> => {
  if (caseIds.length === 0) return new Set();
  const rows = await caseIdsIn(db, scope).whereIn('cases.case_id', [...caseIds]);
  return new Set((rows as { caseId?: string; case_id?: string }[]).map((row) => row.case_id ?? row.caseId ?? ''));
};
