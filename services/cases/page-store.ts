import type { Knex } from 'knex';
import type { Database } from '../../db/connection.ts';
import { type CursorPart, decodeCursor } from '../platform/cursor.ts';

type Direction = 'asc' | 'desc';
type Narrow = (rows: Knex.QueryBuilder) => void;
/** A branch whose index has another column before those of the page orders by it first, in the direction of the page. */
type Branch = (rows: Knex.QueryBuilder, direction: Direction) => void;

export type PageOrder = { columns: readonly string[]; parts: readonly CursorPart[]; descending: boolean };

export type Page = PageOrder & {
  table: 'cases' | 'tasks';
  /** A query of rows of the table, named by `with`, of which the page is made instead. */
  among?: string | undefined;
  id: string;
  limit: number;
  cursor?: string | undefined;
  /** Each names rows that one index holds in the order of the page. They may overlap. */
  branches: readonly Branch[];
  /** Conditions that every branch has besides. */
  narrow: Narrow;
};

const casts: Record<CursorPart, string> = { time: '?::timestamptz', number: '?::int', id: '?::uuid' };
const tuple = (items: readonly string[]): string => `(${items.join(', ')})`;

/**
 * The ids of one page (one row more than the limit, if there is one), as a query to join with. "My section's, or my group's, or mine" as one
 * condition makes the database walk through everybody's rows until enough of them fit; so each is asked for by itself, from its own index and
 * never for more than a page, and the answers are merged. The time does not grow with the table.
 */
export const keysOfPage = (db: Database, page: Page): Knex.QueryBuilder => {
  const id = `${page.table}.${page.id}`;
  const columns = [...page.columns.map((column) => `${page.table}.${column}`), id];
  const parts: CursorPart[] = [...page.parts, 'id'];
  const after = page.cursor === undefined ? undefined : decodeCursor(page.cursor, parts);
  const direction: Direction = page.descending ? 'desc' : 'asc';
  const keysOf = (branch: Branch): Knex.QueryBuilder => {
    const rows = db(page.among === undefined ? page.table : { [page.table]: page.among }).select(columns);
    branch(rows, direction);
    page.narrow(rows);
    if (after) {
      const compare = `${tuple(columns.map(() => '??'))} ${page.descending ? '<' : '>'} ${tuple(parts.map((part) => casts[part]))}`;
      rows.whereRaw(compare, [...columns, ...after]);
    }
    return rows.orderBy(columns.map((column) => ({ column, order: direction }))).limit(page.limit + 1);
  };
  return db.queryBuilder().union(page.branches.map(keysOf), true);
};

/** Orders a list that has joined its page. */
export const inPageOrder = (list: Knex.QueryBuilder, page: Page): Knex.QueryBuilder =>
  list
    .orderBy([...page.columns, page.id].map((column) => ({ column: `${page.table}.${column}`, order: page.descending ? 'desc' : 'asc' })))
    .limit(page.limit + 1);
