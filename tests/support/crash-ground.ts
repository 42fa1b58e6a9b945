import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect, type Database } from '../../db/connection.ts';
import { readOffset } from '../../services/embedded/clock-file.ts';
import { starterMark } from '../../services/embedded/leftovers.ts';
import { moveClock } from '../../services/embedded/move-clock.ts';
import { databaseUser } from '../../services/embedded/postgres.ts';
import { runs } from '../../services/embedded/processes.ts';
import { type Run, readRun } from '../../services/embedded/run-file.ts';
import { readSecrets } from '../../services/embedded/secrets.ts';
import { dataDir, until, url } from './office.ts';

/** What crash tests need of the running Lotse besides HTTP: its database, to look behind the API, and its processes, to kill them. */
export const starterEnv = (): Record<string, string> => {
  const file = process.env.TEST_LOTSE_ENV;
  if (!file) throw new Error('TEST_LOTSE_ENV is not set: crash tests need to know how Lotse was started (npm test says it)');
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
};

export const databaseUrl = (): string => {
  const { databasePassword } = readSecrets(dataDir());
  return `postgres://${databaseUser}:${encodeURIComponent(databasePassword)}@127.0.0.1:${starterEnv().EMBEDDED_DATABASE_PORT}/lotse`;
};

export const engineAddress = (): string => `127.0.0.1:${starterEnv().EMBEDDED_ZEEBE_PORT}`;

/** The database as no user sees it. Its pool comes back by itself after the server was killed. */
export const openDatabase = (): Database => connect(databaseUrl(), 8);

type Part = 'starter' | 'api' | 'workers' | 'zeebe' | 'postgres';

/** In the command line of a part. */
const markOf = (part: Part): string => {
  const fixed: Partial<Record<Part, string>> = { starter: starterMark, api: '--only api', workers: '--only workers' };
  return fixed[part] ?? dataDir();
};

const pidOf = (part: Part): number | undefined => {
  const run: Run | undefined = readRun(dataDir());
  const pid = part === 'starter' ? run?.pid : run?.processes[part];
  return runs(pid, markOf(part)) ? pid : undefined;
};

export const isRunning = (part: Part): boolean => pidOf(part) !== undefined;

/** Zeebe alone takes a minute to come back where others keep the machine busy. */
export const PATIENCE_MS = 180_000;

/** The process of a part; after a kill, the one that took its place. */
export const findPart = (part: Part, not?: number): Promise<number> =>
  until(
    `${part} to run`,
    async () => {
      const pid = pidOf(part);
      return pid !== not && pid;
    },
    PATIENCE_MS,
  );

/** kill -9. Returns the pid that was. */
export const kill = async (part: Part): Promise<number> => {
  const pid = await findPart(part);
  process.kill(pid, 'SIGKILL');
  await until(`${part} to be dead`, async () => !runs(pid, markOf(part)));
  return pid;
};

const health = async (): Promise<number | undefined> => {
  try {
    return (await fetch(`${url()}/api/health`, { signal: AbortSignal.timeout(4_000) })).status;
  } catch {
    return undefined;
  }
};

/** Every part answers. Returns how long it took, ms. */
export const untilHealthy = async (limitMs = PATIENCE_MS): Promise<number> => {
  const begun = performance.now();
  await until('Lotse to be healthy', async () => (await health()) === 200, limitMs);
  return performance.now() - begun;
};

/** What the parts wrote when one of them ended by itself: its last words, and the starter's. */
export const lastWords = (): string[] =>
  readFileSync(`${dataDir()}.log`, 'utf8')
    .split('\n')
    .filter((line) => (line !== '' && !line.startsWith('{')) || /"level":[56]0|a child has ended/.test(line))
    .slice(-40);

/** A starter as `npm start` runs it, from the same folder and with the same settings, but for what is said otherwise. */
export const launchStarter = (changes: Record<string, string> = {}): void => {
  const log = openSync(`${dataDir()}.log`, 'a');
  spawn(process.execPath, ['services/main.ts'], {
    env: { ...process.env, ...starterEnv(), ...changes },
    stdio: ['ignore', log, log],
    detached: true,
  }).unref();
  closeSync(log);
};

const managementUrl = (): string => {
  const url = readRun(dataDir())?.urls.management;
  if (!url) throw new Error('no embedded engine runs');
  return url;
};

type Partition = { processedPosition: number; exportedPosition: number };

/** All the engine did has been taken by the office. After the office was away the exporter waits up to ten seconds before it tries again. */
export const isExported = async (): Promise<boolean> => {
  const answer = await fetch(`${managementUrl()}/actuator/partitions`, { signal: AbortSignal.timeout(4_000) }).catch(() => undefined);
  if (!answer?.ok) return false;
  const partitions = Object.values((await answer.json()) as Record<string, Partition>);
  return partitions.length > 0 && partitions.every(({ processedPosition, exportedPosition }) => exportedPosition >= processedPosition);
};

/** Engine and office two minutes on, so that jobs a dead worker held (60 s) are handed out again now and not in a minute. */
export const timeOutHeldJobs = async (): Promise<void> => {
  const clockFile = join(dataDir(), 'clock.json');
  await moveClock({ clockFile, managementUrl: managementUrl(), offsetMs: readOffset(clockFile) + 120_000 });
};
