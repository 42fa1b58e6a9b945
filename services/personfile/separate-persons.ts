import { moveCases } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import {
  type Applicant,
  decideLikely,
  fieldsChangedSince,
  insertChanges,
  isSameValue,
  listMerged,
  listMerges,
  listNames,
  PERSONAL,
  restoreFamily,
  storeDetails,
  storeMergedInto,
  undoMerge,
} from '../persons/index.ts';
import { nowOf } from '../platform/clock.ts';
import { Conflict, Invalid, NotFound } from '../platform/errors.ts';
import type { User } from '../platform/route.ts';
import { restoreRenewals } from '../waits/index.ts';
import { getComparable } from './compare-persons.ts';
import { lockAsSeen } from './correct-person.ts';
import { tellCases } from './tell-cases.ts';

export type SeparatePersons = {
  personId: string;
  reason: string;
  /** The newest that stands, if none is named. */
  mergeId?: string | undefined;
  /** Cases opened since that belong to the one who is taken apart. */
  caseIds: readonly string[];
  version?: number | undefined;
};

/**
 * Takes a wrong merge back: both records are what they were, and the cases go back to whom they came from. What somebody corrected since stays
 * with the record that was kept; cases opened since stay there unless they are named.
 */
export const separatePersons = async (
  deps: Pick<Deps, 'db' | 'clock' | 'commands'>,
  user: User,
  command: SeparatePersons,
): Promise<{ personId: string; separated: string }> => {
  const seen = await getComparable(deps, user, command.personId);
  const facts = seen.cases.map((each) => each.found);
  const { reason } = command;
  const at = nowOf(deps);
  const keptId = seen.person.personId;
  const separated = await deps.db.transaction(async (trx) => {
    const kept = await lockAsSeen(trx, keptId, command.version);
    const standing = (await listMerges(trx, [keptId])).filter((each) => each.keptId === keptId && each.undoneAt === null);
    const merge = command.mergeId ? standing.find((each) => each.mergeId === command.mergeId) : standing[0];
    if (!merge) {
      if (command.mergeId) throw new NotFound();
      throw new Conflict('Diese Person ist mit keiner anderen zusammengeführt.');
    }
    if (merge !== standing[0]) throw new Conflict('Bitte nehmen Sie zuerst die spätere Zusammenführung zurück.');
    const ofKept = facts.filter((each) => each.personId === keptId && !merge.caseIds.includes(each.caseId)).map((each) => each.caseId);
    const odd = command.caseIds.filter((id) => !ofKept.includes(id) && !merge.caseIds.includes(id));
    if (odd.length > 0) throw new Invalid('Bitte prüfen Sie die Angaben.', [{ field: 'caseIds', message: 'kein Vorgang dieser Person' }]);
    const since = await fieldsChangedSince(trx, keptId, merge.before.lastChange);
    const { kept: before, merged } = merge.before;
    const later = Object.fromEntries(since.map((field) => [field, kept.details[field]]));
    const details = Object.fromEntries(
      Object.entries({ ...before.details, ...later }).filter(([, value]) => value !== undefined),
    ) as Applicant;
    const named = since.some((field) => ['familienname', 'vornamen', 'geburtsname', 'aliasnamen'].includes(field));
    const names = named ? (await listNames(trx, keptId)).filter((name) => !isOnlyOf(name, merged.names, before.names)) : before.names;
    await insertChanges(
      trx,
      keptId,
      PERSONAL.filter((field) => !isSameValue(field, kept.details[field], details[field])).map((field) => ({
        at,
        by: user.account,
        reason,
        field,
        old: kept.details[field] ?? null,
        new: details[field] ?? null,
      })),
    );
    await storeDetails(trx, keptId, details, names);
    await storeMergedInto(trx, merge.mergedId, null);
    await moveCases(trx, { caseIds: [...merge.caseIds, ...command.caseIds] }, merge.mergedId);
    await restoreFamily(trx, [...merge.before.family, merge.mergedId], merged.familyId);
    await undoMerge(trx, merge.mergeId, { at, by: user.account, reason });
    const apart = { decision: 'verschieden', at, by: user.account, reason } as const;
    for (const a of await listMerged(trx, keptId))
      for (const b of await listMerged(trx, merge.mergedId)) await decideLikely(trx, { a, b }, apart);
    await tellCases(
      trx,
      [keptId, merge.mergedId],
      { user, at, action: 'separate persons', reason },
      {
        text: 'Zusammenführung zurückgenommen: es sind verschiedene Personen',
      },
    );
    await restoreRenewals(trx, deps, [keptId, merge.mergedId], at);
    return merge.mergedId;
  });
  return { personId: keptId, separated };
};

type Named = { familienname: string; vornamen: string };
const isSame = (a: Named, b: Named): boolean => a.familienname === b.familienname && a.vornamen === b.vornamen;
const isOnlyOf = (name: Named, theirs: readonly Named[], mine: readonly Named[]): boolean =>
  theirs.some((each) => isSame(each, name)) && !mine.some((each) => isSame(each, name));
