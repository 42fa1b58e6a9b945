import { readdir } from 'node:fs/promises';
import knex, { type Knex } from 'knex';

export type Database = Knex;
export type Transaction = Knex.Transaction;

const folder = new URL('./migrations/', import.meta.url);

/** Opens a pool. Timestamps come back as ISO text in UTC, bigint as text: engine keys do not fit a number. */
export const connect = (url: string, poolSize = 10): Database =>
  knex({
    client: 'pg',
    connection: { connectionString: url, application_name: 'lotse' },
    pool: { min: 0, max: poolSize, idleTimeoutMillis: 30_000 },
    acquireConnectionTimeout: 10_000,
  });

/** Brings the schema up to date. Safe to call from several processes at once: knex holds a lock row. */
export const migrate = async (db: Database): Promise<void> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort();
  await db.migrate.latest({
    migrationSource: {
      getMigrations: async () => names,
      getMigrationName: (name: string) => name,
      getMigration: async (name: string) => (await import(new URL(name, folder).href)).default as Knex.Migration,
    },
  });
};
