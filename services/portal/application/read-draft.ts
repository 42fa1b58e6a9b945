import type { Database } from '../../../db/connection.ts';
import type { Applicant } from '../../persons/index.ts';
import type { Typed } from '../fields/field.ts';
import { findDraft, listMatters } from '../store.ts';
import { fromApplicant } from './to-applicant.ts';

/**
 * What this account has typed so far; before that, what it told in its last matter. Never what the office knows besides: should a record be
 * taken for the wrong person's, nobody reads another one's address here.
 */
export const readDraft = async (db: Database, account: string): Promise<Typed> => {
  const draft = await findDraft(db, account);
  if (draft) return draft.typed;
  const [last] = await listMatters(db, account);
  return last ? fromApplicant(last.stated as Applicant) : {};
};
