import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { Reader } from './connection.ts';
import { askInTurn } from './pipelined-dialect.ts';

/**
 * A statement whose text never changes: read and planned once a connection. Its values stand in it as `$1`, `$2` …, as the driver takes them.
 * `onePlan`: PostgreSQL is told so, where it would weigh one plan for all values against one for each, again and again while tables grow.
 */
export type Prepared = { readonly name: string; readonly text: string; readonly onePlan?: boolean };

export const prepare = (text: string): Prepared => ({
  name: createHash('sha256').update(text).digest('base64url').slice(0, 20),
  text,
});

/** The same with its values by name (`:name`), one place each however often it stands there. */
export const prepareNamed = <Row extends object = Record<string, never>>(text: string) => {
  const names: string[] = [];
  const placed = text.replace(/(?<!:):([a-z]\w*)/gi, (_, name: string) => {
    if (!names.includes(name)) names.push(name);
    return `$${names.indexOf(name) + 1}`;
  });
  const statement = prepare(placed);
  return (db: Reader, values: Readonly<Record<string, unknown>>): Promise<Row[]> =>
    ask<Row>(
      db,
      statement,
      names.map((name) => values[name]),
    );
};

type Connections = {
  acquireConnection(): Promise<pg.Client>;
  releaseConnection(connection: pg.Client): Promise<void>;
  emit(event: 'query', asked: { sql: string; bindings: readonly unknown[] }): boolean;
};

/** Sends the setting before and its end behind the statement, in the same packet. A transaction that fails takes the setting back by itself. */
const withOnePlan = async <T>(connection: pg.Client, asked: () => Promise<T>): Promise<T> => {
  const say = (text: string): void => void askInTurn(connection, { text, values: [] }).catch(() => undefined);
  say('set plan_cache_mode = force_generic_plan');
  const answer = asked();
  say('reset plan_cache_mode');
  return answer;
};

/**
 * Asks a prepared statement and returns its rows. For what every request asks: the query builder takes longer to write such a statement than the
 * database to answer it. Without a transaction the statement is one of its own, committed when this resolves. What is asked in one turn leaves in the
 * order of the calls, and before all that the query builder writes in that turn: a row and what refers to it are both asked here, or one after the other.
 * What is asked at once in a transaction leaves in the order it was asked in; a statement of the builder asked at once with it leaves after it.
 */
export const ask = async <Row extends object>(
  db: Reader,
  { name, text, onePlan = false }: Prepared,
  values: readonly unknown[] = [],
): Promise<Row[]> => {
  if (db.isTransaction && 'isCompleted' in db && db.isCompleted()) throw new Error('this transaction is over');
  const client = db.client as Connections;
  const connection = await client.acquireConnection();
  try {
    client.emit('query', { sql: text, bindings: values });
    const asked = () => askInTurn(connection, { name, text, values: [...values] });
    return (await (onePlan ? withOnePlan(connection, asked) : asked())).rows as Row[];
  } finally {
    void client.releaseConnection(connection);
  }
};
