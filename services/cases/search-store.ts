import type { Knex } from 'knex';
import type { Database } from '../../db/connection.ts';
import {
  type Candidate,
  type FileNumber,
  findPeople,
  identifies,
  listMeant,
  type PeopleQuery,
  type Query,
  readCandidates,
  readQuery,
  type Sight,
} from '../search/index.ts';

type Narrow = (rows: Knex.QueryBuilder) => void;

/** What somebody typed, as conditions for lists over `cases`. */
export type Search = {
  /**
   * All cases any of the two conditions below may let through: they are picked once, and lists, with all their branches and counts, are made of
   * them alone. So a search costs the same however large the office is and however many are called that.
   */
  meant: Narrow;
  /** For cases whose people one may know. */
  open: Narrow;
  /**
   * For cases whose people are masked: whoever said the whole name and the birthday finds them, whoever has a number, too; a name alone finds
   * nobody, or the answer would tell whom the office knows.
   */
  masked: Narrow;
  /** Of whom the searcher has said who they are. */
  identified: ReadonlySet<string>;
  /** More people or numbers are meant than a search looks at: it shows the closest, and whoever misses theirs types more. */
  many: boolean;
};

/** So many people, and so many cases of a number, a list is searched among. */
const MOST_MEANT = 500;

const among =
  (caseIds: readonly string[], personIds: readonly string[]): Narrow =>
  (rows) =>
    void rows.where((any) => {
      if (caseIds.length > 0 || personIds.length === 0) any.whereRaw('cases.case_id = any(?::uuid[])', [[...caseIds]]);
      if (personIds.length > 0) any.orWhereRaw('cases.person_id = any(?::uuid[])', [[...personIds]]);
    });

/** Cases of a number or its part, the newest numbers first. */
const listNumbered = async (db: Database, file: FileNumber | undefined, sight: Sight, most: number): Promise<string[]> => {
  if (!file) return [];
  const rows = db('cases').orderBy('cases.aktenzeichen', 'desc').limit(most);
  if (!sight.hidden) rows.where('cases.hidden', false);
  if ('whole' in file) rows.where('cases.aktenzeichen', file.whole);
  else rows.whereRaw('cases.aktenzeichen like any(?::text[])', [file.like]);
  return rows.pluck('cases.case_id') as unknown as Promise<string[]>;
};

const named = (queries: readonly PeopleQuery[], found: readonly Candidate[]): string[] =>
  found.filter((each) => identifies(queries, each)).map((each) => each.personId);

/**
 * `hidden`: whether people of hidden cases are among those looked for. `masked`: whether the searcher reads any case without names; `identifies`:
 * and may be told one by saying whose it is.
 */
export type Searcher = Sight & { masked: boolean; identifies: boolean };

type Meant = {
  ids: readonly string[];
  all: boolean;
  identified: readonly string[];
};

const searchOf = async (db: Database, { file, people }: Query, searcher: Searcher, { ids, all, identified }: Meant): Promise<Search> => {
  const numbers = await listNumbered(db, file, searcher, MOST_MEANT + 1);
  const caseIds = numbers.slice(0, MOST_MEANT);
  const many = !all || numbers.length > MOST_MEANT;
  const open = among(caseIds, ids);
  if (!searcher.masked) return { meant: open, open, masked: open, identified: new Set(), many };
  const told = searcher.identifies ? identified : [];
  const byNumber = people.filter((query) => query.names.length === 0 && query.dates.length === 0);
  const numbered = await listMeant(db, byNumber, searcher, MOST_MEANT);
  const masked = [...new Set([...numbered.ids, ...told])];
  return {
    meant: among(caseIds, [...new Set([...ids, ...masked])]),
    open,
    masked: among(caseIds, masked),
    identified: new Set(told),
    many,
  };
};

export const prepareSearch = async (db: Database, typed: string, searcher: Searcher): Promise<Search> => {
  const query = readQuery(typed);
  const { ids, all } = await listMeant(db, query.people, searcher, MOST_MEANT);
  const whole = searcher.masked && query.people.some((each) => each.names.length > 0 && each.dates.length > 0);
  const identified = whole ? named(query.people, await readCandidates(db, ids)) : [];
  return searchOf(db, query, searcher, { ids, all, identified });
};

/** The same for the people who are closest alone, who come with it, the closest first; `named` are those whose whole name and birthday was given. */
export const prepareFind = async (
  db: Database,
  query: Query,
  searcher: Searcher,
  enough: number,
): Promise<Search & { people: Candidate[]; named: string[] }> => {
  const people = await findPeople(db, query.people, searcher, enough);
  const identified = named(query.people, people);
  const ids = people.map((each) => each.personId);
  return {
    ...(await searchOf(db, query, searcher, { ids, all: true, identified })),
    people,
    named: identified,
  };
};
