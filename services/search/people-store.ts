import type { Database, Reader } from '../../db/connection.ts';
import { askKeys, CLOSENESSES, type Closeness, toTsquery } from './ask-keys.ts';
import { type Candidate, closestFirst } from './closeness.ts';
import type { PeopleQuery } from './read-query.ts';

/** Whether people of hidden cases are among those looked for. */
export type Sight = { hidden: boolean };

/** Where no name is asked for, all that are meant are as close. */
const tiersOf = (queries: readonly PeopleQuery[]): readonly Closeness[] =>
  queries.length === 0 ? [] : queries.some((query) => query.names.length > 0) ? CLOSENESSES : ['whole'];

type Named = Pick<Candidate, 'personId' | 'names'>;
type Few = { most: number; enough: number };
type Meant<Row> = { found: Row[]; all: boolean };

/** Whom the queries mean, the closest tiers first, until there are enough; `all` if these are all. At most `most` and one more are read of each. */
const readTiers = async <Row extends { personId: string }>(
  db: Reader,
  queries: readonly PeopleQuery[],
  sight: Sight,
  { most, enough }: Few,
  columns: Record<keyof Row, string>,
): Promise<Meant<Row>> => {
  const read = async (closeness: Closeness): Promise<Row[]> => {
    const rows = db('person_keys').whereRaw('keys @@ ?::tsquery', [toTsquery(askKeys(queries, closeness))]);
    return (sight.hidden ? rows : rows.where('hidden', false)).limit(most + 1).select(columns) as unknown as Promise<Row[]>;
  };
  const found = new Map<string, Row>();
  for (const tier of tiersOf(queries)) {
    // Most names have few bearers, parts and sounds included; of a common one there are enough before anybody is asked for those.
    const everybody = tier === 'beginnings' ? await read('within') : undefined;
    if (everybody && everybody.length <= most) return { found: everybody, all: true };
    for (const row of await read(tier)) found.set(row.personId, row);
    if (found.size >= enough) break;
  }
  return { found: [...found.values()], all: found.size <= most && found.size < enough };
};

/** Ids of those meant, in no order; of more than `most`, those of the closest names. */
export const listMeant = async (
  db: Reader,
  queries: readonly PeopleQuery[],
  sight: Sight,
  most: number,
): Promise<{ ids: string[]; all: boolean }> => {
  const { found, all } = await readTiers(db, queries, sight, { most, enough: most + 1 }, { personId: 'person_id' });
  return { ids: found.slice(0, most).map((row) => row.personId), all };
};

/**
 * The same where each query is narrow by itself, as a name with a birthday is: all whose words are the same or sound so are read at once, with the name
 * and those behind it. Of more than `most`, whoever has the same words is among them.
 */
export const listNarrow = async (db: Reader, queries: readonly PeopleQuery[], sight: Sight, most: number): Promise<Named[]> => {
  if (queries.length === 0) return [];
  const sql = `select person_id as "personId", names from person_keys where keys @@ ?::tsquery ${sight.hidden ? '' : 'and not hidden'} limit ?`;
  const read = async (closeness: Closeness, limit: number): Promise<Named[]> =>
    ((await db.raw(sql, [toTsquery(askKeys(queries, closeness)), limit])) as { rows: Named[] }).rows;
  const alike = await read('alike', most + 1);
  if (alike.length <= most) return alike;
  const found = new Map((await read('words', most)).map((each) => [each.personId, each]));
  for (const each of alike) found.set(each.personId, each);
  return [...found.values()].slice(0, most);
};

/** So many of each closeness are looked at, and so many of all are answered; who has not found their person among them types more. */
const LOOKED_AT = 200;

/** Those meant, closest first; nobody less close is looked for where there are `enough`. */
export const findPeople = async (db: Database, queries: readonly PeopleQuery[], sight: Sight, enough: number): Promise<Candidate[]> => {
  const columns = { personId: 'person_id', born: 'born', names: 'names' };
  const { found } = await readTiers<Candidate>(db, queries, sight, { most: LOOKED_AT, enough }, columns);
  return closestFirst(queries, found).slice(0, LOOKED_AT);
};

/** Those of these people, as the search knows them. */
export const readCandidates = (db: Database, personIds: readonly string[]): Promise<Candidate[]> =>
  db('person_keys')
    .select({ personId: 'person_id', born: 'born', names: 'names' })
    .whereIn('person_id', [...personIds]) as unknown as Promise<Candidate[]>;
