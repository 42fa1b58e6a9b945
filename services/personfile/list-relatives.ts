import { type CaseRow, listCasesOfPersons } from '../cases/index.ts';
import type { Deps } from '../engine/contracts.ts';
import { findStanding, listedName, listRelations } from '../persons/index.ts';
import type { User } from '../platform/route.ts';
import { caseLevel } from '../staff/index.ts';

export type Relative = {
  relationId: string;
  personId: string;
  name: string;
  /** What the relative is to the person; null while nobody knows. */
  relation: string | null;
  since: string;
  reason: string;
  /** Only those the user may see. */
  cases: { caseId: string; aktenzeichen: string; anliegen: string }[];
};

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

/** Who belongs to a person. Somebody who exists in hidden cases only is nobody's relative outside their circle. */
export const listRelatives = async (db: Deps['db'], user: User, records: readonly string[]): Promise<Relative[]> => {
  const found: Relative[] = [];
  for (const { relationId, personId, relativeId, relation, at, reason } of await listRelations(db, records)) {
    const mine = records.includes(personId);
    const relative = await findStanding(db, mine ? relativeId : personId);
    if (!relative || records.includes(relative.personId)) continue;
    const cases = (await listCasesOfPersons(db, [relative.personId])).filter((each) => caseLevel(user, each) !== 'none');
    if (relative.hidden && cases.length === 0) continue;
    found.push({
      relationId,
      personId: relative.personId,
      name: listedName(relative.details),
      relation: mine || relation === null ? relation : (BACK[relation] ?? relation),
      since: at.toISOString(),
      reason,
      cases: cases.map(seenCase),
    });
  }
  return found;
};
