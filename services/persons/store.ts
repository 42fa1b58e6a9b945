import { ask, prepare } from '../../db/ask.ts';
import type { Reader, Transaction } from '../../db/connection.ts';
import { part, selected } from '../../db/parts.ts';
import { indexNew, indexPersons, wholeNames } from '../search/index.ts';
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

export const personById = part<PersonRow>(`select ${selected(columns)} from persons where persons.person_id = $1`);

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
  const named = keys.filter(Boolean).toSorted().map((key) => `person ${key}`); // biome-ignore format: a row
  if (named.length > 0) await trx.raw('select pg_advisory_xact_lock(hashtextextended(key, 0)) from unnest(?::text[]) key', [named]);
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

export type NewPerson = { personId: string; details: Applicant; familyId?: string | undefined; hidden: boolean; at: Date };

const personWithNames = prepare(
  `with person as (
     insert into persons (person_id, family_id, details, familienname, vornamen, geburtsdatum, hidden, created_at)
     values ($1::uuid, coalesce($2::uuid, gen_random_uuid()), $3::jsonb, $4, $5, $6, $7, $8)
   )
   insert into person_names (person_id, kind, familienname, vornamen)
   select $1::uuid, borne.* from unnest($9::text[], $10::text[], $11::text[]) as borne
   on conflict (person_id, kind, familienname, vornamen) do nothing`,
);

const insertWithNames = async (
  trx: Transaction,
  { personId, details, familyId, hidden, at }: NewPerson,
  names: readonly PersonName[],
): Promise<void> => {
  const { details: text, familienname, vornamen, geburtsdatum } = columnsOf(details);
  const given = [names.map((name) => name.kind), names.map((name) => name.familienname), names.map((name) => name.vornamen)];
  await ask(trx, personWithNames, [personId, familyId ?? null, text, familienname, vornamen, geburtsdatum, hidden, at, ...given]);
};

/** The record with its names, and what it is found by. Nothing is read, so that whoever calls it may ask more in the same turn. */
export const insertPerson = async (trx: Transaction, person: NewPerson): Promise<void> => {
  const { personId, details, hidden } = person;
  const { familienname, vornamen } = columnsOf(details);
  const names = namesOf(details);
  await Promise.all([
    insertWithNames(trx, person, names),
    indexNew(trx, { personId, hidden, details, name: { familienname, vornamen }, names }),
  ]);
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
