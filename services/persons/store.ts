import type { Reader, Transaction } from '../../db/connection.ts';
import { indexPersons, wholeNames } from '../search/index.ts';
import type { Applicant } from './applicant.ts';
import { listedName, namesOf, type PersonName } from './names.ts';

export type PersonRow = {
  personId: string;
  familyId: string;
  details: Applicant;
  hidden: boolean;
  /** Counts changes: who edits says which one they saw. */
  version: number;
  /** The record this one counts as. */
  mergedInto: string | null;
};
const columns = {
  personId: 'persons.person_id',
  familyId: 'persons.family_id',
  details: 'persons.details',
  hidden: 'persons.hidden',
  version: 'persons.version',
  mergedInto: 'persons.merged_into',
} as const;

const select = (db: Reader) => db('persons').select(columns);

export const findPerson = (db: Reader, personId: string): Promise<PersonRow | undefined> =>
  select(db).where('persons.person_id', personId).first();

/** Locks these people in one order, so that two who change the same ones wait for each other and not for ever. */
export const lockPersons = (trx: Transaction, personIds: readonly string[]): Promise<PersonRow[]> =>
  select(trx)
    .whereIn('persons.person_id', [...personIds])
    .orderBy('persons.person_id')
    .forNoKeyUpdate();

/** Two who take people of one name or number in do so one after the other: the second sees the first one's record. */
export const lockLikeness = async (trx: Transaction, applicant: Applicant): Promise<void> => {
  const keys = [
    wholeNames(listedName(applicant))[0],
    applicant.passNummer && `pass ${applicant.passNummer}`,
    applicant.azrNummer && `azr ${applicant.azrNummer}`,
  ];
  for (const key of keys.filter(Boolean).toSorted())
    await trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`person ${key}`]);
};

/** This record and all that count as it, whoever was joined to whom first. */
export const listMerged = async (db: Reader, personId: string): Promise<string[]> => {
  const { rows } = await db.raw(
    `with recursive joined as (
       select person_id from persons where person_id = ?
       union select persons.person_id from persons join joined on persons.merged_into = joined.person_id
     ) select person_id from joined`,
    [personId],
  );
  return (rows as { person_id: string }[]).map((row) => row.person_id);
};

/** The record this one counts as in the end: itself, where it was never joined to another. */
export const findStanding = async (db: Reader, personId: string): Promise<PersonRow | undefined> => {
  const found = await findPerson(db, personId);
  return found?.mergedInto ? findStanding(db, found.mergedInto) : found;
};

const columnsOf = (details: Applicant) => ({
  details: JSON.stringify(details),
  familienname: details.familienname ?? '',
  vornamen: details.vornamen ?? '',
  geburtsdatum: details.geburtsdatum,
});

export const listNames = (db: Reader, personId: string): Promise<PersonName[]> =>
  db('person_names').where('person_id', personId).orderBy('person_name_id').select('kind', 'familienname', 'vornamen');

const replaceNames = async (trx: Transaction, personId: string, names: readonly PersonName[]): Promise<void> => {
  await trx('person_names').where('person_id', personId).delete();
  const rows = names.map(({ kind, familienname, vornamen }) => ({ person_id: personId, kind, familienname, vornamen }));
  if (rows.length > 0) await trx('person_names').insert(rows).onConflict(['person_id', 'kind', 'familienname', 'vornamen']).ignore();
};

export const insertPerson = async (
  trx: Transaction,
  person: { details: Applicant; familyId?: string; hidden: boolean; at: Date },
): Promise<string> => {
  const rows = (await trx('persons')
    .insert({
      ...columnsOf(person.details),
      hidden: person.hidden,
      created_at: person.at,
      ...(person.familyId ? { family_id: person.familyId } : {}),
    })
    .returning('person_id')) as { person_id: string }[];
  const personId = rows[0]?.person_id;
  if (!personId) throw new Error('the new person has no id');
  await replaceNames(trx, personId, namesOf(person.details));
  await indexPersons(trx, [personId]);
  return personId;
};

/** Writes what is known of a person from now on, and all their names. Whoever calls it holds the row's lock. */
export const storeDetails = async (trx: Transaction, personId: string, details: Applicant, names: readonly PersonName[]): Promise<void> => {
  await trx('persons')
    .where('person_id', personId)
    .update({ ...columnsOf(details), version: trx.raw('version + 1') });
  await replaceNames(trx, personId, names);
  await indexPersons(trx, [personId]);
};

/** Both records, the one and the one it counts as, or counted as before, are found by what they say from now on. */
export const storeMergedInto = async (trx: Transaction, personId: string, into: string | null): Promise<void> => {
  const before = await findStanding(trx, personId);
  await trx('persons')
    .where('person_id', personId)
    .update({ merged_into: into, version: trx.raw('version + 1') });
  const after = await findStanding(trx, personId);
  await indexPersons(trx, [...new Set([personId, ...[before, after].flatMap((each) => each?.personId ?? [])])]);
};
