import type { Knex } from 'knex';
import type { Database, Transaction } from '../../db/connection.ts';
import { type Candidate, closestFirst } from './closeness.ts';
import type { Word } from './name-words.ts';
import type { PeopleQuery } from './read-query.ts';

/** Whether people of hidden cases are among those looked for. */
export type Sight = { hidden: boolean };

const literal = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

type Closeness = 'whole' | 'words' | 'any';

/** Where a word begins, or anywhere in one if it is long enough to mean something; or what sounds the same. */
const patternsOf = ({ folds, sounds }: Word, closeness: Closeness): string[] => {
  if (closeness === 'words') return folds.map((fold) => `% ${literal(fold)} %`);
  return [
    ...folds.map((fold) => (fold.length > 3 ? `%${literal(fold)}%` : `% ${literal(fold)}%`)),
    ...sounds.map((sound) => `% ${sound.toLowerCase()} %`),
  ];
};

const onePattern = (rows: Knex.QueryBuilder, patterns: string[]): void =>
  void rows.where((any) => {
    for (const pattern of patterns) any.orWhereLike('person_keys.words', pattern);
  });

const narrowTo = (rows: Knex.QueryBuilder, query: PeopleQuery, closeness: Closeness): void => {
  if (query.marks.length > 0) rows.whereRaw('person_keys.marks && ?::text[]', [query.marks]);
  if (query.dateMarks.length > 0) rows.whereRaw('person_keys.marks && ?::text[]', [query.dateMarks]);
  if (query.names.length === 0) return;
  if (closeness === 'whole') return void rows.whereRaw('person_keys.wholes && ?::text[]', [query.wholes]);
  rows.where((ways) => {
    for (const way of query.names)
      ways.orWhere((all) => {
        for (const word of way) onePattern(all, patternsOf(word, closeness));
      });
  });
};

/** All people the queries may mean, as a condition on `person_keys`. */
export const meantBy =
  (queries: readonly PeopleQuery[], closeness: Closeness = 'any') =>
  (rows: Knex.QueryBuilder): void =>
    void rows.where((any) => {
      for (const query of queries) any.orWhere((one) => narrowTo(one as unknown as Knex.QueryBuilder, query, closeness));
    });

const inSight = (rows: Knex.QueryBuilder, sight: Sight): Knex.QueryBuilder =>
  sight.hidden ? rows : rows.where('person_keys.hidden', false);

/** Ids of those meant, in no order, at most so many. */
export const listMeant = async (
  db: Database | Transaction,
  queries: readonly PeopleQuery[],
  sight: Sight,
  most: number,
): Promise<string[]> => {
  if (queries.length === 0) return [];
  const rows = (await inSight(db('person_keys').select('person_keys.person_id').limit(most), sight).modify(meantBy(queries))) as {
    person_id: string;
  }[];
  return rows.map((row) => row.person_id);
};

/** So many of each closeness are looked at; who has not found their person among them types more. */
const LOOKED_AT = 200;

/** Those meant, closest first: whole names, then whole words, then beginnings and sounds, each only while the ones before were few. */
export const findPeople = async (db: Database, queries: readonly PeopleQuery[], sight: Sight, most: number): Promise<Candidate[]> => {
  const found = new Map<string, Candidate>();
  const tiers: Closeness[] = queries.some((query) => query.names.length > 0) ? ['whole', 'words', 'any'] : ['any'];
  for (const tier of tiers) {
    if (queries.length === 0 || found.size >= most) break;
    const rows = inSight(
      db('person_keys').select({ personId: 'person_keys.person_id', born: 'person_keys.born', names: 'person_keys.names' }),
      sight,
    )
      .modify(meantBy(queries, tier))
      .limit(LOOKED_AT);
    for (const row of (await rows) as Candidate[]) if (!found.has(row.personId)) found.set(row.personId, row);
  }
  return closestFirst(queries, [...found.values()]).slice(0, most);
};

/** Those of these people, as the search knows them. */
export const readCandidates = (db: Database, personIds: readonly string[]): Promise<Candidate[]> =>
  db('person_keys')
    .select({ personId: 'person_id', born: 'born', names: 'names' })
    .whereIn('person_id', [...personIds]) as unknown as Promise<Candidate[]>;
