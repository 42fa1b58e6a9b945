import type { Database } from '../../../db/connection.ts';
import { findPerson } from '../../persons/index.ts';
import type { Typed } from '../fields/field.ts';
import { findDraft, listMatters } from '../store.ts';
import { fromApplicant } from './to-applicant.ts';

/** What this account has typed so far; before that, what its last matter told about the same person. */
export const readDraft = async (db: Database, account: string): Promise<Typed> => {
  const draft = await findDraft(db, account);
  if (draft) return draft.typed;
  const [last] = await listMatters(db, account);
  const person = last && (await findPerson(db, last.personId));
  return person ? fromApplicant(person.details) : {};
};
