import type { Knex } from 'knex';
import { ask, prepare } from '../../db/ask.ts';
import type { Database, Transaction } from '../../db/connection.ts';
import { nameKeys, type WrittenName } from './name-keys.ts';
import { type MarkedPerson, marksOf } from './person-marks.ts';

/** Counted up whenever keys are made in another way: rows of another version are made anew when the office starts. */
const VERSION = 3;
const BATCH = 1_000;

type Row = {
  personId: string;
  hidden: boolean;
  counts: boolean;
  details: MarkedPerson;
  name: WrittenName;
  names: WrittenName[];
  merged: MarkedPerson[];
};

const isSame = (a: WrittenName, b: WrittenName): boolean => a.familienname === b.familienname && a.vornamen === b.vornamen;

type Known = Pick<Row, 'name' | 'names' | 'details' | 'merged'>;

/** The name, behind it the others; and what the person is found by. */
const readKnown = ({ details, name, names: all, merged }: Known): { names: WrittenName[]; keys: string[] } => {
  const names = [name, ...all.filter((each) => !isSame(each, name))];
  return { names, keys: [...nameKeys(names), ...[details, ...merged].flatMap(marksOf)] };
};

const keysOf = (trx: Transaction | Database, { personId, hidden, details, ...known }: Row) => {
  const { names, keys } = readKnown({ details, ...known });
  return {
    person_id: personId,
    hidden,
    version: VERSION,
    born: details.geburtsdatum,
    names: JSON.stringify(names),
    keys: trx.raw('array_to_tsvector(?::text[])', [keys]),
  };
};

const asMarked = `details || jsonb_build_object('geburtsdatum', geburtsdatum)`;

/** Details of the records that count as this one: their numbers stay the person's, whichever the record shows. */
const MERGED = `(with recursive joined as (
    select one.person_id from persons one where one.merged_into = persons.person_id
    union select one.person_id from persons one join joined on one.merged_into = joined.person_id
  ) select coalesce(jsonb_agg(${asMarked}), '[]') from persons one join joined using (person_id))`;

/**
 * Makes the keys these people are found by; a record that counts as another one has none. Whoever writes a person calls it in the same transaction,
 * so that nobody is ever found by what is gone.
 */
export const indexPersons = async (trx: Transaction | Database, personIds: readonly string[]): Promise<void> => {
  const named = (table: string): Knex.Raw =>
    trx.raw(`jsonb_build_object('familienname', ??.familienname, 'vornamen', ??.vornamen)`, [table, table]);
  const names = trx('person_names')
    .whereRaw('person_names.person_id = persons.person_id')
    .select(trx.raw(`coalesce(jsonb_agg(?), '[]')`, [named('person_names')]));
  const rows = (await trx('persons')
    .select({
      personId: 'person_id',
      hidden: 'hidden',
      name: named('persons'),
      names,
    })
    .select({
      counts: trx.raw('merged_into is null'),
      details: trx.raw(asMarked),
      merged: trx.raw(MERGED),
    })
    .whereIn('person_id', [...personIds])) as Row[];
  const [standing, merged] = [rows.filter((row) => row.counts), rows.filter((row) => !row.counts)];
  if (merged.length > 0)
    await trx('person_keys')
      .whereIn(
        'person_id',
        merged.map((row) => row.personId),
      )
      .delete();
  if (standing.length > 0)
    await trx('person_keys')
      .insert(standing.map((row) => keysOf(trx, row)))
      .onConflict('person_id')
      .merge();
};

const insertKeys = prepare(
  'insert into person_keys (person_id, hidden, version, born, names, keys) values ($1, $2, $3, $4, $5, array_to_tsvector($6::text[]))',
);

/** The same for somebody the transaction has just made, of whom everything is said here. */
export const indexNew = async (
  trx: Transaction,
  person: { personId: string; hidden: boolean; details: MarkedPerson; name: WrittenName; names: readonly WrittenName[] },
): Promise<void> => {
  const { personId, hidden, details, name } = person;
  const spelt = person.names.map(({ familienname, vornamen }) => ({ familienname, vornamen }));
  const { names, keys } = readKnown({ details, name, names: spelt, merged: [] });
  await ask(trx, insertKeys, [personId, hidden, VERSION, details.geburtsdatum, JSON.stringify(names), keys]);
};

/** Makes all keys that are missing or of an older kind. Several processes may do so at once, and people may be written meanwhile. Returns how many. */
export const indexMissing = async (db: Database, signal?: AbortSignal): Promise<number> => {
  let last = '00000000-0000-0000-0000-000000000000';
  for (let done = 0; ; ) {
    const page = (await db('persons')
      .where('person_id', '>', last)
      .whereNull('merged_into')
      .orderBy('person_id')
      .limit(BATCH)
      .pluck('person_id')) as string[];
    const made = (await db('person_keys').whereIn('person_id', page).where('version', VERSION).pluck('person_id')) as string[];
    const known = new Set(made);
    const missing = page.filter((personId) => !known.has(personId));
    if (missing.length > 0)
      await db.transaction(async (trx) => {
        // Whoever writes one of them meanwhile makes the keys of what they wrote.
        await trx('persons').whereIn('person_id', missing).forUpdate().select('person_id');
        await indexPersons(trx, missing);
      });
    done += missing.length;
    last = page.at(-1) ?? last;
    if (page.length < BATCH || signal?.aborted) return done;
  }
};
