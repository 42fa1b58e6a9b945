import { readdir } from 'node:fs/promises';
import knex, { type Knex } from 'knex';
import { PipelinedPostgres } from './pipelined-dialect.ts';

export type Database = Knex;
export type Transaction = Knex.Transaction;
/** Whoever only reads takes either: what is committed, or what the transaction at hand sees. */
export type Reader = Database | Transaction;

const folder = new URL('./migrations/', import.meta.url);

// The planner's default supposes a turning disk and reads a whole table rather than two hundred rows by their index. And a request
// gets one core: several at once would only wait for each other's helpers.
const plannerSettings = '-c random_page_cost=1.1 -c max_parallel_workers_per_gather=0';

/** Opens a pool. Timestamps come back as ISO text in UTC, bigint as text: engine keys do not fit a number. */
export const connect = (url: string, poolSize = 10): Database =>
  knex({
    client: PipelinedPostgres as unknown as typeof Knex.Client,
    // Statements of a transaction that don't wait for each other (Promise.all) share one round trip.
    connection: { connectionString: url, application_name: 'lotse', options: plannerSettings, pipeline: true } as Knex.PgConnectionConfig,
    pool: { min: 0, max: poolSize, idleTimeoutMillis: 30_000 },
    acquireConnectionTimeout: 10_000,
  });

/** Throws when the database does not answer. */
export const ping = async (db: Database): Promise<void> => {
  await db.raw('select 1');
};

const MIGRATION_LOCK = 7_310_001;

/** Processes that change the schema or its rights wait for each other. */
export const oneAtATime = (db: Database, work: (trx: Transaction) => Promise<void>): Promise<void> =>
  db.transaction(async (trx) => {
    await trx.raw('select pg_advisory_xact_lock(?)', [MIGRATION_LOCK]);
    await work(trx);
  });

/** Brings the schema up to date. Several processes may start at once: one migrates, the others wait for it. */
export const migrate = async (db: Database): Promise<void> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort();
  const config = {
    migrationSource: {
      getMigrations: async () => names,
      getMigrationName: (name: string) => name,
      getMigration: async (name: string) => (await import(new URL(name, folder).href)).default as Knex.Migration,
    },
  };
  await oneAtATime(db, async () => {
    const [, pending] = (await db.migrate.list(config)) as [unknown[], unknown[]];
    if (pending.length === 0) return;
    // Whoever held knex's own lock died: the advisory lock is ours, so nobody is migrating.
    await db.migrate.forceFreeMigrationsLock(config);
    await db.migrate.latest(config);
  });
};
