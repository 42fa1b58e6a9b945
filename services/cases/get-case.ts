import type { Reader } from '../../db/connection.ts';
import { NotFound } from '../platform/errors.ts';
import { type CaseRow, findCase } from './store.ts';

/** Throws NotFound if there is none. Whether the asker may see it is caseLevel's business (staff). */
export const getCase = async (db: Reader, caseId: string): Promise<CaseRow> => {
  const found = await findCase(db, caseId);
  if (!found) throw new NotFound();
  return found;
};
