import type { Knex } from 'knex';
import type { Database, Transaction } from '../../db/connection.ts';
import { nameKeys, type WrittenName } from './name-keys.ts';
import { type MarkedPerson, marksOf } from './person-marks.ts';

/** Counted up whenever keys are made in another way: rows of another version are made anew when the office starts. */
const VERSION = 1;
const BATCH = 1_000;

type Row = { personId: string; hidden: boolean; details: MarkedPerson; name: WrittenName; names: WrittenName[] };

const isSame = (a: WrittenName, b: WrittenName): boolean => a.familienname === b.familienname && a.vornamen === b.vornamen;

const keysOf = ({ personId, hidden, details, name, names: all }: Row) => {
  const names = [name, ...all.filter((each) => !isSame(each, name))];
  const { words, wholes } = nameKeys(names);
  return {
    person_id: personId,
    hidden,
    version: VERSION,
    born: details.geburtsdatum,
    names: JSON.stringify(names),
    words,
    wholes,
    marks: marksOf(details),
  };
};

/** Makes the keys these people are found by. Whoever writes a person calls it in the same transaction, so that nobody is ever found by what is gone. */
export const indexPersons = async (trx: Transaction | Database, personIds: readonly string[]): Promise<void> => {
  const named = (table: string): Knex.Raw =>
    trx.raw(`jsonb_build_object('familienname', ??.familienname, 'vornamen', ??.vornamen)`, [table, table]);
  const names = trx('person_names')
    .whereRaw('person_names.person_id = persons.person_id')
    .select(trx.raw(`coalesce(jsonb_agg(?), '[]')`, [named('person_names')]));
  const rows = (await trx('persons')
    .select({ personId: 'person_id', hidden: 'hidden', name: named('persons'), names })
    .select({ details: trx.raw(`details || jsonb_build_object('geburtsdatum', geburtsdatum)`) })
    .whereIn('person_id', [...personIds])) as Row[];
  if (rows.length > 0) await trx('person_keys').insert(rows.map(keysOf)).onConflict('person_id').merge();
};

/** Makes all keys that are missing or of an older kind. Several processes may do so at once, and people may be written meanwhile. Returns how many. */
export const indexMissing = async (db: Database, signal?: AbortSignal): Promise<number> => {
  let last = '00000000-0000-0000-0000-000000000000';
  for (let done = 0; ; ) {
    const page = (await db('persons').where('person_id', '>', last).orderBy('person_id').limit(BATCH).pluck('person_id')) as string[];
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
