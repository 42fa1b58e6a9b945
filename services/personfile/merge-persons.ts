import { moveCases } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import type { Transaction } from '../engine/contracts.ts';
import {
  type Applicant,
  type Changes,
  changePerson,
  compareDetails,
  decideLikely,
  findPerson,
  insertDifferences,
  insertMerge,
  joinFamilies,
  lastChange,
  listNames,
  type PersonalField,
  type PersonName,
  type PersonRow,
  storeDetails,
  storeMergedInto,
} from '../persons/index.ts';
import { nowOf } from '../platform/clock.ts';
import { Invalid } from '../platform/errors.ts';
import type { User } from '../platform/route.ts';
import { dropOverlappingRenewals } from '../waits/index.ts';
import { getBoth } from './compare-persons.ts';
import { lockAsSeen } from './correct-person.ts';
import { tellCases } from './tell-cases.ts';

/** Whose value counts from now on: this record's (`mine`) or the other one's. What nobody chose stays open beside what this record says. */
export type Choices = Partial<Record<PersonalField, 'mine' | 'other'>>;
export type MergePersons = {
  personId: string;
  with: string;
  reason: string;
  choices: Choices;
  version?: number | undefined;
  withVersion?: number | undefined;
};

const sameName = (a: PersonName, b: PersonName): boolean => a.familienname === b.familienname && a.vornamen === b.vornamen;

/** Every name either of them bore stays findable; what the other one was called is another name of this one. */
const joinNames = (mine: readonly PersonName[], theirs: readonly PersonName[]): PersonName[] => [
  ...mine,
  ...theirs
    .filter((name) => !mine.some((each) => sameName(each, name)))
    .map((name) => (name.kind === 'aktuell' ? { ...name, kind: 'alias' as const } : name)),
];

const chosen = (kept: Applicant, merged: Applicant, choices: Choices): { changes: Changes; open: PersonalField[] } => {
  const { missing, different } = compareDetails(kept, merged);
  const odd = (Object.keys(choices) as PersonalField[]).filter((field) => !different.includes(field));
  if (odd.length > 0)
    throw new Invalid(
      'Bitte prüfen Sie die Angaben.',
      odd.map((field) => ({ field: `choices.${field}`, message: 'hier gibt es nichts zu wählen' })),
    );
  const take = [...missing, ...different.filter((field) => choices[field] === 'other')];
  return {
    changes: Object.fromEntries(take.map((field) => [field, merged[field]])),
    open: different.filter((field) => choices[field] === undefined),
  };
};

const snapshot = async (trx: Transaction, { personId, details, familyId }: PersonRow) => ({
  details,
  familyId,
  names: await listNames(trx, personId),
});

/**
 * "Dieselbe Person": the other record's cases come to this one. What this record lacks is added; where the two differ, the choice counts, and
 * without a choice both values lie before a person. All that was is kept, so that a wrong decision can be taken back.
 */
export const mergePersons = async (deps: Pick<Deps, 'db' | 'clock' | 'commands'>, user: User, command: MergePersons): Promise<string> => {
  const [mine, theirs] = await getBoth(deps, user, command.personId, command.with);
  const { reason, choices } = command;
  const at = nowOf(deps);
  const [keptId, mergedId] = [mine.person.personId, theirs.person.personId];
  await deps.db.transaction(async (trx) => {
    const locked: Record<string, PersonRow> = {};
    for (const [id, version] of [
      [keptId, command.version],
      [mergedId, command.withVersion],
    ].toSorted() as [string, number | undefined][])
      locked[id] = await lockAsSeen(trx, id, version);
    const [kept, merged] = [locked[keptId] as PersonRow, locked[mergedId] as PersonRow];
    const before = { kept: await snapshot(trx, kept), merged: await snapshot(trx, merged) };
    const { changes, open } = chosen(kept.details, merged.details, choices);
    const decided = { decision: 'dieselbe', at, by: user.account, reason } as const;
    for (const a of mine.records) for (const b of theirs.records) await decideLikely(trx, { a, b }, decided);
    await changePerson(trx, kept, changes, { by: user.account, at, reason });
    const after = (await findPerson(trx, keptId)) ?? kept;
    await storeDetails(trx, keptId, after.details, joinNames(await listNames(trx, keptId), before.merged.names));
    await insertDifferences(
      trx,
      keptId,
      open.map((field) => ({ field, value: merged.details[field] })),
      { at, by: user.account },
    );
    await tellCases(
      trx,
      [keptId, mergedId],
      { user, at, action: 'merge persons', reason },
      {
        text: 'Als dieselbe Person zusammengeführt',
        payload: { fields: Object.keys(changes) },
      },
    );
    const caseIds = await moveCases(trx, { personId: mergedId }, keptId);
    const family = await joinFamilies(trx, kept.familyId, merged.familyId);
    await storeMergedInto(trx, mergedId, keptId);
    await insertMerge(trx, {
      keptId,
      mergedId,
      caseIds,
      before: { ...before, family, lastChange: await lastChange(trx, keptId) },
      at,
      by: user.account,
      reason,
    });
    await dropOverlappingRenewals(trx, deps, keptId, at);
  });
  return keptId;
};
