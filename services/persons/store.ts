import type { Database, Transaction } from '../../db/connection.ts';
import type { Applicant } from './applicant.ts';
import { namesOf, type PersonName } from './names.ts';

export type Reader = Database | Transaction;

export type PersonRow = { personId: string; familyId: string; details: Applicant; nameFolded: string; geburtsdatum: string };
const personColumns = {
  personId: 'person_id',
  familyId: 'family_id',
  details: 'details',
  nameFolded: 'name_folded',
  geburtsdatum: 'geburtsdatum',
} as const;

export const findPerson = (db: Reader, personId: string): Promise<PersonRow | undefined> =>
  db('persons').select(personColumns).where('person_id', personId).first();

/** Two who take the same person in at once do so one after the other, and find one person. */
export const lockPersonName = async (trx: Transaction, nameFolded: string, geburtsdatum: string): Promise<void> => {
  await trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`person ${nameFolded} ${geburtsdatum}`]);
};

/**
 * The person of this name and birthday, the oldest record of it; one whose case this account has opened before goes first. People of
 * hidden cases are apart, or an ordinary case would tell that there is a hidden one.
 */
export const findSamePerson = async (
  db: Reader,
  wanted: { nameFolded: string; geburtsdatum: string; hidden: boolean; account: string },
): Promise<{ person: PersonRow; ofAccount: boolean } | undefined> => {
  const { nameFolded, geburtsdatum, hidden, account } = wanted;
  const ofAccount = db('cases').whereRaw('cases.person_id = persons.person_id').where('cases.created_by', account).select(db.raw('1'));
  const row = (await db('persons')
    .select(personColumns)
    .select(db.raw('exists (?) as "ofAccount"', [ofAccount]))
    .where({ name_folded: nameFolded, geburtsdatum, hidden })
    .orderBy([{ column: 'ofAccount', order: 'desc' }, { column: 'created_at' }])
    .first()) as (PersonRow & { ofAccount: boolean }) | undefined;
  return row && { person: row, ofAccount: row.ofAccount };
};

const columnsOf = (details: Applicant) => ({
  details: JSON.stringify(details),
  familienname: details.familienname ?? '',
  vornamen: details.vornamen ?? '',
  geburtsdatum: details.geburtsdatum,
});

/** Adds names the person did not have yet; a name once borne stays findable. */
const addNames = async (trx: Transaction, personId: string, names: readonly PersonName[]): Promise<void> => {
  const rows = names.map(({ kind, familienname, vornamen }) => ({ person_id: personId, kind, familienname, vornamen }));
  if (rows.length > 0) await trx('person_names').insert(rows).onConflict(['person_id', 'kind', 'familienname', 'vornamen']).ignore();
};

export const insertPerson = async (
  trx: Transaction,
  person: { details: Applicant; nameFolded: string; familyId?: string; hidden: boolean; at: Date },
): Promise<string> => {
  const rows = (await trx('persons')
    .insert({
      ...columnsOf(person.details),
      name_folded: person.nameFolded,
      hidden: person.hidden,
      created_at: person.at,
      ...(person.familyId ? { family_id: person.familyId } : {}),
    })
    .returning('person_id')) as { person_id: string }[];
  const personId = rows[0]?.person_id;
  if (!personId) throw new Error('the new person has no id');
  await addNames(trx, personId, namesOf(person.details));
  return personId;
};

export const updatePerson = async (trx: Transaction, personId: string, details: Applicant, familyId?: string): Promise<void> => {
  await trx('persons')
    .where('person_id', personId)
    .update({ details: trx.raw('details || ?::jsonb', [JSON.stringify(details)]), ...(familyId ? { family_id: familyId } : {}) });
  await addNames(trx, personId, namesOf(details));
};
