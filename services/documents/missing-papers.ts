import type { Reader } from '../../db/connection.ts';
import { selectNewTypes } from './store.ts';

/**
 * What of the expected codes has not come. A paper counts if it came after the file was last laid before a clerk: what was there
 * then and is asked for all the same (an expired pass, a page missing) has to come again. Whoever decides on it holds the case's lock.
 */
export const missingPapers = async (db: Reader, caseId: string, expected: readonly string[]): Promise<string[]> => {
  const arrived = await selectNewTypes(db, caseId);
  return expected.filter((code) => !arrived.includes(code));
};
