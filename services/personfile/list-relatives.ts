import { type CaseRow, listCasesOfPersons } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import { findStanding, listedName, listRelations } from '../persons/index.ts';
import type { User } from '../platform/route.ts';
import { caseLevel, mayCompare, namesMasked } from '../staff/index.ts';
import type { Relative } from './answers.ts';

/** What one is to the other, seen from the other side. */
const BACK: Record<string, string> = {
  KIND: 'ELTERNTEIL',
  MUTTER: 'KIND',
  VATER: 'KIND',
  ELTERNTEIL: 'KIND',
  MUENDEL: 'VORMUND',
  VORMUND: 'MUENDEL',
};

export const seenCase = ({ caseId, aktenzeichen, anliegen }: CaseRow) => ({ caseId, aktenzeichen, anliegen });

/** Who works on one of these cases, leads them to others at the counter, or took one in. */
const mayName = (user: User, cases: readonly CaseRow[]): boolean =>
  mayCompare(user, cases) || cases.some((each) => !namesMasked(user, each));

/** Who belongs to a person. Somebody who exists in hidden cases only is nobody's relative outside their circle. */
export const listRelatives = async (db: Deps['db'], user: User, records: readonly string[]): Promise<Relative[]> => {
  const found: Relative[] = [];
  for (const { relationId, personId, relativeId, relation, at, reason } of await listRelations(db, records)) {
    const mine = records.includes(personId);
    const relative = await findStanding(db, mine ? relativeId : personId);
    if (!relative || records.includes(relative.personId)) continue;
    const cases = (await listCasesOfPersons(db, [relative.personId])).filter((each) => caseLevel(user, each) !== 'none');
    if (relative.hidden && cases.length === 0) continue;
    const named = mayName(user, cases);
    found.push({
      relationId,
      personId: named ? relative.personId : null,
      name: named ? listedName(relative.details) : null,
      relation: mine || relation === null ? relation : (BACK[relation] ?? relation),
      since: at.toISOString(),
      reason,
      cases: named ? cases.map(seenCase) : [],
    });
  }
  return found;
};
