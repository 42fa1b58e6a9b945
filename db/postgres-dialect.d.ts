// The parts of knex's PostgreSQL dialect that knex exports without types.
declare module 'knex/lib/dialects/postgres/index.js' {
  import type { Knex } from 'knex';
  import type pg from 'pg';

  export type Statement = { sql: string; bindings?: readonly unknown[]; options?: Record<string, unknown> };
  export default class PostgresDialect extends Knex.Client {
    _query(connection: pg.Client, statement: Statement): Promise<Statement>;
    transaction(...args: unknown[]): unknown;
  }
}

declare module 'knex/lib/dialects/postgres/execution/pg-transaction.js' {
  import type pg from 'pg';

  export default class PostgresTransaction {
    constructor(...args: unknown[]);
    protected trxClient: object & {
      query(connection: pg.Client, sql: string): Promise<{ response?: pg.QueryResult }>;
    };
    protected _completed: boolean;
    protected _resolver: (value: unknown) => void;
    protected _rejecter: (error: unknown) => void;
    begin(connection: pg.Client): Promise<unknown>;
    commit(connection: pg.Client, value: unknown): Promise<unknown>;
    rollback(connection: pg.Client, error: unknown): Promise<unknown>;
  }
}
