import { createHash } from 'node:crypto';
import PostgresTransaction from 'knex/lib/dialects/postgres/execution/pg-transaction.js';
import PostgresDialect, { type Statement } from 'knex/lib/dialects/postgres/index.js';
import type pg from 'pg';

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

/** BEGIN goes out together with the first statement. Nothing can be wrong with it but the connection, and then the statement fails as well. */
class PipelinedTransaction extends PostgresTransaction {
  override begin(connection: pg.Client): Promise<unknown> {
    super.begin(connection).catch(() => undefined);
    return Promise.resolve();
  }
}

/** What is asked in one turn of the event loop leaves in one packet; `pipeline` in the connection's settings lets answers follow later. */
const corkUntilNextTick = (connection: pg.Client): void => {
  const { stream } = (connection as unknown as { connection: { stream: { cork(): void; uncork(): void } } }).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
};

export class PipelinedPostgres extends PostgresDialect {
  override transaction(...args: unknown[]): unknown {
    return new PipelinedTransaction(this, ...args);
  }

  override _query(connection: pg.Client, statement: Statement): Promise<Statement> {
    const name = statement.bindings?.length ? nameOf(statement.sql) : undefined;
    if (name) statement.options = { ...statement.options, name };
    corkUntilNextTick(connection);
    return super._query(connection, statement);
  }
}
