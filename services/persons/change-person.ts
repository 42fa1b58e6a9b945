import type { Transaction } from '../../db/connection.ts';
import type { Applicant } from './applicant.ts';
import { insertChanges, insertDifferences } from './changes-store.ts';
import { type Changes, compareDetails, isBlank, isSameValue, type PersonalField, personalPart } from './fields.ts';
import { listedName, namesOf, type PersonName } from './names.ts';
import { listNames, type PersonRow, storeDetails } from './store.ts';

export type ChangeBy = { by: string; at: Date; reason: string };

const isSameName = (a: PersonName, b: PersonName): boolean => a.familienname === b.familienname && a.vornamen === b.vornamen;

/** All names after a change: what the details tell, and every name borne before, which stays findable. */
const namesAfter = (before: readonly PersonName[], details: Applicant): PersonName[] => {
  const now = namesOf(details);
  const former = before
    .filter((name) => name.kind === 'aktuell' || name.kind === 'geburtsname' || name.kind === 'frueher')
    .filter((name) => !now.some((each) => isSameName(each, name)))
    .map((name) => ({ ...name, kind: 'frueher' as const }));
  return [...now, ...former];
};

/**
 * Writes changes of a person's data, with the history of each field. Whoever calls it holds the row's lock and has checked the values. Returns
 * the fields that really changed.
 */
export const changePerson = async (
  trx: Transaction,
  person: PersonRow,
  changes: Changes,
  { by, at, reason }: ChangeBy,
): Promise<PersonalField[]> => {
  const { personId, details } = person;
  const fields = (Object.keys(changes) as PersonalField[]).filter((field) =>
    isBlank(changes[field]) ? !isBlank(details[field]) : JSON.stringify(changes[field]) !== JSON.stringify(details[field]),
  );
  if (fields.length === 0) return [];
  const after = personalPart({ ...details, ...changes } as Applicant);
  await storeDetails(trx, personId, after, namesAfter(await listNames(trx, personId), after));
  await insertChanges(
    trx,
    personId,
    fields.map((field) => ({ at, by, reason, field, old: details[field] ?? null, new: changes[field] ?? null })),
  );
  return fields;
};

/**
 * What an application says of a person who is known: what the record lacks is added, what differs is kept for somebody to decide, and nothing is
 * written over. Returns the fields that differ.
 */
export const takeStatement = async (
  trx: Transaction,
  person: PersonRow,
  applicant: Applicant,
  noted: ChangeBy & { caseId: string },
): Promise<PersonalField[]> => {
  const { missing, different } = compareDetails(person.details, applicant);
  // A name somebody with one name does not have is no gap to fill.
  const named = listedName(person.details) !== '' ? (['familienname', 'vornamen'] as const) : [];
  const gaps = missing.filter((field) => !named.some((name) => name === field));
  const added = Object.fromEntries(gaps.map((field) => [field, applicant[field]]));
  await changePerson(trx, person, added, noted);
  const kept = [...different, ...missing.filter((field) => !gaps.includes(field))];
  await insertDifferences(
    trx,
    person.personId,
    kept.map((field) => ({ field, value: applicant[field] })),
    noted,
  );
  return kept;
};

const REACHED: readonly PersonalField[] = ['passNummer', 'azrNummer', 'email', 'telefon', 'anschrift'];

/** Nothing said differs from the record, the birthday is known to the day, and a number or a way to reach the person is the same. */
export const agreesWholly = (details: Applicant, applicant: Applicant): boolean =>
  compareDetails(details, personalPart(applicant)).different.length === 0 &&
  details.geburtsdatum === applicant.geburtsdatum &&
  !details.geburtsdatum.includes('-00') &&
  REACHED.some((field) => !isBlank(details[field]) && !isBlank(applicant[field]) && isSameValue(field, details[field], applicant[field]));

/** A passport, an AZR number or a birthplace that is not the same may be another human being. */
export const contradicts = (details: Applicant, applicant: Applicant): boolean =>
  (['passNummer', 'azrNummer', 'geburtsort'] as const).some(
    (field) => !isBlank(details[field]) && !isBlank(applicant[field]) && !isSameValue(field, details[field], applicant[field]),
  );
