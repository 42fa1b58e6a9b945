import type { Deps } from '../deps.ts';
import { findStanding, listMerged, type PersonRow } from '../persons/index.ts';
import { auditRefusals } from '../platform/audit.ts';
import { NotFound } from '../platform/errors.ts';
import type { User } from '../platform/route.ts';
import { type CaseLevel, caseLevel } from '../staff/index.ts';
import { type CaseRow, listCasesOfPersons } from './store.ts';

export type SeenPerson = {
  person: PersonRow;
  /** This record and those that count as it. */
  records: string[];
  level: 'full' | 'status';
  /** Those of their cases this user sees, newest first. */
  cases: { found: CaseRow; level: CaseLevel }[];
};

/** A person is seen by whoever sees one of their cases, as far as they see that. Applicants see no records. */
export const findSeenPerson = async (db: Deps['db'], user: User, personId: string): Promise<SeenPerson | undefined> => {
  const person = await findStanding(db, personId);
  if (!person || user.applicant) return undefined;
  const cases = (await listCasesOfPersons(db, [person.personId]))
    .map((found) => ({ found, level: caseLevel(user, found) }))
    .filter((each) => each.level !== 'none');
  if (cases.length === 0) return undefined;
  const level = cases.some((each) => each.level === 'full') ? 'full' : 'status';
  return { person, records: await listMerged(db, person.personId), level, cases };
};

/** Else the NotFound of an absent one, noted in the audit trail. */
export const getSeenPerson = (deps: Pick<Deps, 'db'>, user: User, personId: string): Promise<SeenPerson> =>
  auditRefusals(deps.db, { actor: user.account, action: 'open person', object: `person ${personId}` }, async () => {
    const seen = await findSeenPerson(deps.db, user, personId);
    if (!seen) throw new NotFound();
    return seen;
  });
