import { join } from 'node:path';
import pg from 'pg';
import { findFreePorts } from '../../../services/embedded/ports.ts';
import { databaseUser, findPostgresPort, startPostgres, stopPostgres } from '../../../services/embedded/postgres.ts';
import { readSecrets } from '../../../services/embedded/secrets.ts';

const folderOf = (dataDir: string): string => join(dataDir, 'postgres');

/** Makes the cluster of an office that has never run, and has it count its statements from its first start on. */
export const countStatements = async (dataDir: string): Promise<void> => {
  const [port] = (await findFreePorts(1)) as [number];
  const { urlOf } = await startPostgres({ folder: folderOf(dataDir), port, password: readSecrets(dataDir).databasePassword });
  const client = new pg.Client({ connectionString: urlOf('postgres') });
  try {
    await client.connect();
    await client.query("alter system set shared_preload_libraries = 'pg_stat_statements'");
    await client.query("alter system set pg_stat_statements.track = 'all'");
    await client.query('alter system set pg_stat_statements.track_planning = on');
  } finally {
    await client.end();
    await stopPostgres(folderOf(dataDir));
  }
};

/** `outermost`: sent by a process, not by a function or a foreign key. */
export type Statement = {
  calls: number;
  rows: number;
  ms: number;
  plans: number;
  planMs: number;
  wal: number;
  outermost: boolean;
  query: string;
};
export type DatabaseCounts = { statements: Statement[]; commits: number; walBytes: number; stored: { type: string; count: number }[] };

/** The database as who set it up: nobody else sees the statements of all. */
export const openStatements = async (dataDir: string) => {
  const { databasePassword } = readSecrets(dataDir);
  const port = findPostgresPort(folderOf(dataDir));
  const client = new pg.Client({ host: '127.0.0.1', port, user: databaseUser, password: databasePassword, database: 'lotse' });
  await client.connect();
  const query = async <T>(sql: string): Promise<T[]> => (await client.query(sql)).rows as T[];
  await query('create extension if not exists pg_stat_statements');
  const marks = async () => {
    const [row] = await query<{ commits: number; wal: number }>(
      `select (select xact_commit::float8 from pg_stat_database where datname = current_database()) as commits,
              pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::float8 as wal`,
    );
    return row ?? { commits: 0, wal: 0 };
  };
  const countStored = async (): Promise<Map<string, number>> =>
    new Map(
      (
        await query<{ type: string; count: number }>(
          "select value_type || ' ' || intent as type, count(*)::float8 as count from records group by value_type, intent",
        )
      ).map(({ type, count }) => [type, count]),
    );
  let before = await marks();
  let stored = await countStored();
  return {
    begin: async (): Promise<void> => {
      stored = await countStored();
      before = await marks();
      await query('select pg_stat_statements_reset()');
    },
    end: async (): Promise<DatabaseCounts> => {
      const after = await marks();
      const statements = await query<Statement>(
        `select calls::float8, rows::float8, total_exec_time::float8 as ms, plans::float8, total_plan_time::float8 as "planMs",
                wal_bytes::float8 as wal, toplevel as outermost, query
           from pg_stat_statements where query not like '%pg_stat_%' order by total_exec_time + total_plan_time desc`,
      );
      const now = await countStored();
      return {
        statements,
        commits: after.commits - before.commits,
        walBytes: after.wal - before.wal,
        stored: [...now].map(([type, count]) => ({ type, count: count - (stored.get(type) ?? 0) })),
      };
    },
    close: () => client.end(),
  };
};
