import { ask, prepare } from './ask.ts';
import type { Reader } from './connection.ts';

type JsonRow = Record<string, unknown>;

/**
 * Rows that depend on one id alone: a query with that id as `$1`, in the order they are shown. A part belongs to the store whose tables it names;
 * whoever shows several reads them with one statement (`readParts`).
 */
export type Part<Row> = { readonly sql: string; readonly read: (row: JsonRow) => Row };

/** `times` are the columns that become dates. Engine keys are text; whatever else might be larger than a number holds has to be asked for as text. */
export const part = <Row extends object>(sql: string, times: readonly (keyof Row & string)[] = []): Part<Row> => ({
  sql,
  read: (row) => {
    for (const time of times) if (row[time] !== null) row[time] = new Date(row[time] as string);
    return row as Row;
  },
});

/** The same rows in another shape. */
export const shaped = <Row, Shown>({ sql, read }: Part<Row>, shape: (row: Row) => Shown): Part<Shown> => ({
  sql,
  read: (row) => shape(read(row)),
});

/** `{ caseId: 'cases.case_id' }` → `cases.case_id as "caseId"`. */
export const selected = (columns: Readonly<Record<string, string>>): string =>
  Object.entries(columns)
    .map(([name, column]) => `${column} as "${name}"`)
    .join(', ');

type Parts = Readonly<Record<string, Part<unknown>>>;
type RowsOf<P> = P extends Part<infer Row> ? Row[] : never;
type Read<Asked extends Readonly<Record<string, Parts>>> = {
  [Id in keyof Asked]: { [Name in keyof Asked[Id]]: RowsOf<Asked[Id][Name]> };
};

/**
 * Several lists in one statement, by the ids they depend on: `readParts({ caseId: { letters }, personId: { relatives } })` asks
 * `(db, { caseId, personId })` and answers `{ caseId: { letters: […] }, personId: { relatives: […] } }`, all of one snapshot.
 */
export const readParts = <const Asked extends Readonly<Record<string, Parts>>>(asked: Asked) => {
  const ids = Object.keys(asked);
  const wanted = ids.flatMap((id, at) =>
    Object.entries(asked[id] as Parts).map(([name, { sql, read }]) => ({ id, name, read, sql: sql.replaceAll('$1', `$${at + 1}`) })),
  );
  const columns = wanted.map(({ id, name, sql }) => `(select coalesce(json_agg(r), '[]') from (${sql}) r) as "${id}.${name}"`);
  // Planning a whole file takes several times as long as reading it; one list is planned in no time.
  const statement = { ...prepare(`select ${columns.join(', ')}`), onePlan: wanted.length > 1 };
  return async (db: Reader, given: Readonly<Record<keyof Asked, string>>): Promise<Read<Asked>> => {
    const [row = {}] = await ask<Record<string, JsonRow[]>>(
      db,
      statement,
      ids.map((id) => given[id as keyof Asked]),
    );
    const found = Object.fromEntries(ids.map((id): [string, Record<string, unknown>] => [id, {}]));
    for (const { id, name, read } of wanted) Object.assign(found[id] as object, { [name]: row[`${id}.${name}`]?.map(read) });
    return found as Read<Asked>;
  };
};

/** One part read by itself. */
export const listOf = <Row>(wanted: Part<Row>): ((db: Reader, id: string) => Promise<Row[]>) => {
  const read = readParts({ id: { rows: wanted } });
  return async (db, id) => (await read(db, { id })).id.rows as Row[];
};
