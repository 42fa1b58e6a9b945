import type { Reader } from '../../db/connection.ts';
import { findPerson, type PersonRow, withStated } from '../persons/index.ts';
import type { CaseRow } from './store.ts';

type OfCase = Pick<CaseRow, 'personId' | 'stated'>;

export const asApplicant = (person: PersonRow, { stated }: OfCase): PersonRow => ({
  ...person,
  details: withStated(person.details, stated),
});

/** The person of a case as its application has them: the record of today, and what only this application tells (status, title, income). */
export const findApplicant = async (db: Reader, found: OfCase): Promise<PersonRow | undefined> => {
  const person = await findPerson(db, found.personId);
  return person && asApplicant(person, found);
};
