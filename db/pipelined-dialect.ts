import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import PostgresTransaction from 'knex/lib/dialects/postgres/execution/pg-transaction.js';
import PostgresDialect, { type Statement } from 'knex/lib/dialects/postgres/index.js';
import pg from 'pg';
import { Turn, type Wire } from './turn.ts';

/**
 * Statements that come again and again are prepared: PostgreSQL then reads and plans them once a connection instead of every time. Not those that
 * sort, because the best plan of a list depends on who asks; and only from the fifth time on, so that lists of varying length (`in (?, ?, ?)`)
 * fill no memory.
 */
const seenBeforeNamed = 5;
const mostNamed = 200;
const mostSeen = 2_000;

const createNames = () => {
  const seen = new Map<string, number>();
  const names = new Map<string, string>();
  return (sql: string): string | undefined => {
    const known = names.get(sql);
    if (known !== undefined || names.size >= mostNamed) return known;
    const times = (seen.get(sql) ?? 0) + 1;
    if (seen.size > mostSeen) seen.clear();
    seen.set(sql, times);
    if (times < seenBeforeNamed || / order by /i.test(sql)) return undefined;
    seen.delete(sql);
    const name = createHash('sha256').update(sql).digest('base64url').slice(0, 20);
    names.set(sql, name);
    return name;
  };
};

const nameOf = createNames();

/** By the client of its statements. Savepoints are none: what they hold is committed with what is around them. */
const open = new WeakMap<object, PipelinedTransaction>();

class PipelinedTransaction extends PostgresTransaction {
  #connection: pg.Client | undefined;
  #ended = false;

  /** BEGIN goes out together with the first statement. Nothing can be wrong with it but the connection, and then the statement fails as well. */
  override begin(connection: pg.Client): Promise<unknown> {
    this.#connection = connection;
    open.set(this.trxClient, this);
    super.begin(connection).catch(() => undefined);
    return Promise.resolve();
  }

  /** Sends COMMIT behind what has been sent. PostgreSQL answers it with ROLLBACK, and no error, where a statement before it failed. */
  async end(): Promise<void> {
    if (!this.#connection) throw new Error('the transaction has not begun');
    this.#ended = true;
    const sent = this.trxClient.query(this.#connection, 'COMMIT;');
    this._completed = true;
    const { response } = await sent;
    if (response?.command !== 'COMMIT') throw new Error('the transaction was rolled back: one of its statements had failed');
  }

  override commit(connection: pg.Client, value: unknown): Promise<unknown> {
    if (!this.#ended) return super.commit(connection, value);
    this._resolver(value);
    return Promise.resolve();
  }

  override rollback(connection: pg.Client, error: unknown): Promise<unknown> {
    if (!this.#ended) return super.rollback(connection, error);
    this._rejecter(error);
    return Promise.resolve();
  }
}

/**
 * The transaction's last statements, and COMMIT in the same packet: what they lock is free again a round trip earlier. All are asked in one turn, none
 * waits for another's answer, and nothing is asked in the transaction afterwards. A statement that fails undoes everything, and its error is thrown.
 */
export const commitWith = async <T>(trx: Knex.Transaction, statements: () => Promise<T>): Promise<T> => {
  const transaction = open.get(trx.client);
  if (!transaction) return statements();
  const answer = Promise.allSettled([statements()]);
  // Knex hands a statement over some microtasks after it was asked, and ticks come when there are no more of those.
  await null;
  const committed = new Promise<void>((resolve, reject) => process.nextTick(() => transaction.end().then(resolve, reject)));
  const [[asked], [done]] = await Promise.all([answer, Promise.allSettled([committed])]);
  if (asked.status === 'rejected') throw asked.reason;
  if (done.status === 'rejected') throw done.reason;
  return asked.value;
};

/** How a transaction's last statements are asked: `asTheyCome` where more may follow them, `committing` where nothing does. */
export type Last = <T>(statements: () => Promise<T>) => Promise<T>;
export const asTheyCome: Last = (statements) => statements();
export const committing =
  (trx: Knex.Transaction): Last =>
  (statements) =>
    commitWith(trx, statements);

type Connection = pg.Client & { connection: Wire; __knexTxId?: string };

/** Statements asked in this turn of the event loop that have not been handed to pg. */
const turns = new WeakMap<Connection, pg.Query[]>();

const handOver = (connection: Connection): void => {
  const asked = turns.get(connection)?.splice(0) ?? [];
  const [only, ...more] = asked;
  if (only) connection.query((more.length > 0 ? new Turn(asked) : only) as pg.Submittable);
};

/** What is asked in one turn leaves in one packet; `pipeline` in the connection's settings lets answers follow later. */
const openTurn = (connection: Connection): pg.Query[] => {
  const begun = turns.get(connection);
  if (begun) return begun;
  const asked: pg.Query[] = [];
  turns.set(connection, asked);
  connection.connection.stream.cork();
  process.nextTick(() => {
    handOver(connection);
    turns.delete(connection);
    connection.connection.stream.uncork();
  });
  return asked;
};

type Asked = { text: string; values: unknown[]; name?: string };

/** PostgreSQL's answer to whatever stands behind a statement that failed: in_failed_sql_transaction. */
const followsAnother = (error: Error): boolean => (error as { code?: unknown }).code === '25P02';

/** Sends a statement in this turn's packet. Outside a transaction each is one by itself, and one without values is sent in another way, which cannot share a Sync. */
export const askInTurn = (client: pg.Client, statement: Asked): Promise<pg.QueryResult> => {
  const connection = client as Connection;
  const asked = openTurn(connection);
  return new Promise((resolve, reject) => {
    const answer = (error: Error | null, response: pg.QueryResult): void => {
      if (!error) resolve(response);
      // All answers of a turn come at once; whoever waits for several statements is to hear of the one that failed first.
      else if (followsAnother(error)) setImmediate(reject, error);
      else reject(error);
    };
    const query = new pg.Query(statement, answer as never);
    if (connection.__knexTxId !== undefined && statement.values.length > 0) {
      asked.push(query);
      return;
    }
    handOver(connection);
    connection.query(query as pg.Submittable);
  });
};

export class PipelinedPostgres extends PostgresDialect {
  override transaction(...args: unknown[]): unknown {
    return new PipelinedTransaction(this, ...args);
  }

  override async _query(client: pg.Client, statement: Statement): Promise<Statement> {
    const values = [...(statement.bindings ?? [])];
    const name = values.length > 0 ? nameOf(statement.sql) : undefined;
    const response = await askInTurn(client, { text: statement.sql, values, ...statement.options, ...(name ? { name } : {}) });
    return Object.assign(statement, { response });
  }
}
