import type { Knex } from 'knex';
import type { Database } from '../../db/connection.ts';
import {
  type Candidate,
  type FileNumber,
  findPeople,
  identifies,
  listMeant,
  meantBy,
  type PeopleQuery,
  type Query,
  readCandidates,
  readQuery,
  type Sight,
} from '../search/index.ts';

type Narrow = (rows: Knex.QueryBuilder) => void;

/** What somebody typed, as conditions for lists over `cases`. */
export type Search = {
  /** For cases whose people one may know. */
  open: Narrow;
  /**
   * For cases whose people are masked: whoever said the whole name and the birthday finds them, whoever has a number, too; a name alone finds
   * nobody, or the answer would tell whom the office knows.
   */
  masked: Narrow;
  /** Of whom the searcher has said who they are. */
  identified: ReadonlySet<string>;
};

/** Up to here the people of a name are found first and their rows picked one by one; names that many people have turn up on any page soon. */
const FEW = 2_000;

const eitherOf = (rows: Knex.QueryBuilder, conditions: readonly Narrow[]): void => {
  if (conditions.length === 0) rows.whereRaw('false');
  else if (conditions.length === 1) conditions[0]?.(rows);
  else
    rows.where((any) => {
      for (const condition of conditions) any.orWhere((one) => condition(one as unknown as Knex.QueryBuilder));
    });
};

const ofPeople =
  (ids: readonly string[]): Narrow =>
  (rows) =>
    void rows.whereRaw('cases.person_id = any(?::uuid[])', [[...ids]]);

/** Few at once are picked; many are looked for where the list goes along. */
const among = (db: Database, queries: readonly PeopleQuery[], ids: readonly string[]): Narrow[] => {
  if (ids.length === 0) return [];
  if (ids.length <= FEW) return [ofPeople(ids)];
  const keys = db('person_keys').select(db.raw('true')).whereRaw('person_keys.person_id = cases.person_id').modify(meantBy(queries));
  // A value, not `exists`: that would be turned round, and everybody in the office be read first.
  return [(rows) => void rows.whereRaw('(?)', [keys])];
};

const meant = async (db: Database, queries: readonly PeopleQuery[], sight: Sight): Promise<{ ids: string[]; narrow: Narrow[] }> => {
  const ids = await listMeant(db, queries, sight, FEW + 1);
  return { ids, narrow: among(db, queries, ids) };
};

const named = (queries: readonly PeopleQuery[], found: readonly Candidate[]): string[] =>
  found.filter((each) => identifies(queries, each)).map((each) => each.personId);

const ofNumber = (file: FileNumber | undefined): Narrow[] => {
  if (!file) return [];
  if ('whole' in file) return [(rows) => void rows.where('cases.aktenzeichen', file.whole)];
  return [(rows) => void rows.whereRaw('cases.aktenzeichen like any(?::text[])', [file.like])];
};

/**
 * `hidden`: whether people of hidden cases are among those looked for. `masked`: whether the searcher reads any case without names; `identifies`:
 * and may be told one by saying whose it is.
 */
export type Searcher = Sight & { masked: boolean; identifies: boolean };

type Meant = { narrow: Narrow[]; identified: readonly string[] };

const searchOf = async (db: Database, { file, people }: Query, searcher: Searcher, { narrow, identified }: Meant): Promise<Search> => {
  const number = ofNumber(file);
  const open: Narrow = (rows) => eitherOf(rows, [...number, ...narrow]);
  if (!searcher.masked) return { open, masked: open, identified: new Set() };
  const told = searcher.identifies ? identified : [];
  const byNumber = people.filter((query) => query.names.length === 0 && query.dates.length === 0);
  const numbered = await meant(db, byNumber, searcher);
  return {
    open,
    masked: (rows) => eitherOf(rows, [...number, ...numbered.narrow, ...(told.length > 0 ? [ofPeople(told)] : [])]),
    identified: new Set(told),
  };
};

export const prepareSearch = async (db: Database, typed: string, searcher: Searcher): Promise<Search> => {
  const query = readQuery(typed);
  const { ids, narrow } = await meant(db, query.people, searcher);
  const whole = searcher.masked && query.people.some((each) => each.names.length > 0 && each.dates.length > 0);
  const identified = whole ? named(query.people, await readCandidates(db, ids)) : [];
  return searchOf(db, query, searcher, { narrow, identified });
};

/** The same for the people who are closest alone, who come with it, the closest first; `named` are those whose whole name and birthday was given. */
export const prepareFind = async (
  db: Database,
  query: Query,
  searcher: Searcher,
  most: number,
): Promise<Search & { people: Candidate[]; named: string[] }> => {
  const people = await findPeople(db, query.people, searcher, most);
  const identified = named(query.people, people);
  const narrow = among(
    db,
    query.people,
    people.map((each) => each.personId),
  );
  return { ...(await searchOf(db, query, searcher, { narrow, identified })), people, named: identified };
};
