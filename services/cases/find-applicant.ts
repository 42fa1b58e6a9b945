import type { Reader } from '../../db/connection.ts';
import { findPerson, type PersonRow, withStated } from '../persons/index.ts';
import type { CaseRow } from './store.ts';

/** The person of a case as its application has them: the record of today, and what only this application tells (status, title, income). */
export const findApplicant = async (db: Reader, found: Pick<CaseRow, 'personId' | 'stated'>): Promise<PersonRow | undefined> => {
  const person = await findPerson(db, found.personId);
  return person && { ...person, details: withStated(person.details, found.stated) };
};
