import type { Database } from '../../db/connection.ts';
import { applyCaseScope, type CaseScope } from '../staff/index.ts';

/** A query for the ids of the cases in a scope, to be used inside another one. */
export const caseIdsIn = (db: Database, scope: CaseScope) => applyCaseScope(db('cases').select('cases.case_id'), scope, 'cases');

/** Open cases by section (null: not routed yet), of those in the scope. */
export const countOpenCases = async (db: Database, scope: CaseScope): Promise<{ section: string | null; open: number }[]> => {
  const counted = db('cases').whereNull('cases.closed_at').groupBy('cases.section').select({ section: 'cases.section' });
  const rows = await applyCaseScope(counted, scope, 'cases').count({ open: '*' });
  return (rows as { section: string | null; open: string | number }[]).map((row) => ({ section: row.section, open: Number(row.open) }));
};
