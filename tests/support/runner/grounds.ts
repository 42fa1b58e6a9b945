import { globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findJava } from '../../../services/embedded/java.ts';
import { stopAll } from '../../../services/embedded/leftovers.ts';
import { findFreePorts } from '../../../services/embedded/ports.ts';
import { startPostgres, stopPostgres } from '../../../services/embedded/postgres.ts';
import { prepareTrial } from '../../../services/embedded/trial-program.ts';
import { startZeebe, stopZeebe } from '../../../services/embedded/zeebe.ts';
import { fetchZeebe } from '../../../services/embedded/zeebe-distribution.ts';
import { startLotse } from './start-lotse.ts';
import type { Ground } from './suites.ts';

/** All state of a test run. Removed when the next one begins, so that a failure can be looked into. */
export const testFolder = resolve(process.env.TEST_DIR ?? '.test');
const coverageFolder = join(testFolder, 'coverage');
/** What makes each Node of a run, and those that it starts, leave what they ran. */
export const coverageEnv = {
  TEST_COVERAGE_DIR: coverageFolder,
  NODE_OPTIONS: [process.env.NODE_OPTIONS, `--import=${import.meta.resolve('./note-coverage.ts')}`].filter(Boolean).join(' '),
};
const databaseFolder = join(testFolder, 'database');
const engineFolder = join(testFolder, 'engine');
/** The first office of a run, then `lotse-2` and so on: none begins with what another has left. */
const officeFolders = (): string[] => globSync(join(testFolder, 'lotse*/'));
let offices = 0;
const nextOffice = (): string => {
  offices += 1;
  return join(testFolder, offices === 1 ? 'lotse' : `lotse-${offices}`);
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** What a test file finds in its environment. Throws when something cannot be brought up. */
type Standing = { env: Record<string, string>; stop(): Promise<void> };

/** No engine, but the program that tries drafts outside of one. */
const standDatabase = async (): Promise<Standing> => {
  const [port] = (await findFreePorts(1)) as [number];
  const javaHome = await findJava(say);
  const trial = await prepareTrial({ javaHome, zeebeHome: await fetchZeebe(javaHome, say) }, say);
  const postgres = await startPostgres({ folder: databaseFolder, port, password: 'test', fast: true });
  return { env: { TEST_DATABASE_URL: postgres.urlOf('postgres'), ...trial }, stop: () => stopPostgres(databaseFolder) };
};

/** A second Zeebe, for the tests of services/engine alone: job types, clock and exporter are theirs. */
const standEngine = async (): Promise<Standing> => {
  const database = await standDatabase();
  // Zeebe takes the two ports behind its gateway's as well.
  const [recordsPort, rest, management, gateway] = (await findFreePorts(6)) as [number, number, number, number];
  const javaHome = await findJava(say);
  const zeebe = await startZeebe({
    folder: engineFolder,
    home: await fetchZeebe(javaHome, say),
    javaHome,
    ports: { gateway, rest, management },
    records: { url: `http://127.0.0.1:${recordsPort}`, user: 'zeebe', password: 'test' },
    offsetMs: () => 0,
  });
  return {
    env: {
      ...database.env,
      TEST_ZEEBE_ADDRESS: zeebe.address,
      TEST_ZEEBE_MANAGEMENT_URL: zeebe.managementUrl,
      TEST_RECORDS_PORT: String(recordsPort),
      TEST_RECORDS_USER: 'zeebe',
      TEST_RECORDS_PASSWORD: 'test',
    },
    stop: async () => {
      await stopZeebe(engineFolder);
      await database.stop();
    },
  };
};

const standLotse = async (): Promise<Standing> => {
  const folder = nextOffice();
  // NODE_ENV: so that every answer is held against what its route declares.
  const { url, env, stop } = await startLotse(folder, { NODE_ENV: 'test', ...coverageEnv });
  const envFile = `${folder}-env.json`;
  writeFileSync(envFile, JSON.stringify(env, null, 2));
  return { env: { TEST_LOTSE_URL: url, TEST_LOTSE_DATA_DIR: folder, TEST_LOTSE_ENV: envFile }, stop };
};

const none = { env: {}, stop: async () => {} };
const makers: Record<Ground, () => Promise<Standing>> = {
  none: async () => none,
  database: standDatabase,
  engine: standEngine,
  lotse: standLotse,
};

/** Stops what an earlier run, killed in the middle, has left running; removes what it left, if told so. */
export const clearGrounds = async ({ removeState = false } = {}): Promise<void> => {
  for (const folder of globSync(join(testFolder, 'engine*/'))) await stopZeebe(folder, 0);
  await stopPostgres(databaseFolder, 2000);
  for (const folder of officeFolders()) await stopAll(folder);
  if (!removeState) return;
  rmSync(testFolder, { recursive: true, force: true });
  mkdirSync(testFolder, { mode: 0o755 });
  mkdirSync(coverageFolder);
};

/** A lane stands on one ground at a time. The next piece with the same ground finds it standing. */
export const openGrounds = () => {
  let standing: { ground: Ground } & Standing = { ground: 'none', ...none };
  const leave = async (): Promise<void> => {
    const { stop } = standing;
    standing = { ground: 'none', ...none };
    await stop();
  };
  return {
    enter: async (ground: Ground): Promise<{ env: Record<string, string>; isNew: boolean }> => {
      const isNew = standing.ground !== ground;
      if (isNew) {
        await leave();
        standing = { ground, ...(await makers[ground]()) };
      }
      return { env: standing.env, isNew };
    },
    leave,
  };
};
