import type { Database } from '../../db/connection.ts';
import { findPeople, readQuery } from '../search/index.ts';
import { listPersons, type PersonRow } from './store.ts';

const id = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * Whom somebody means who asks after a person: by names in any spelling, birthday, number or Aktenzeichen, or by the id itself; the closest first. Data
 * protection opens no case, but has to know whose list it makes. Of hidden cases it does not know that they exist.
 */
export const findPersons = async (db: Database, typed: string, limit: number): Promise<PersonRow[]> => {
  if (id.test(typed)) return listPersons(db, { personIds: [typed] }, limit);
  const { file, people } = readQuery(typed);
  const found = (await findPeople(db, people, { hidden: false }, limit)).map((each) => each.personId);
  const rows = await listPersons(db, { personIds: found, ...(file ? { file } : {}) }, limit);
  const rank = (row: PersonRow): number => found.indexOf(row.personId);
  return rows.toSorted((a, b) => rank(a) - rank(b));
};
