import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { readJson, writeWhole } from './files.ts';
import { syncEngineClock } from './move-clock.ts';
import { requireFreePort } from './ports.ts';
import { runs, spawnDetached, stopProcess, waitUntil } from './processes.ts';
import { SetUpFault } from './set-up-fault.ts';
import {
  addressSettings,
  embeddedSettings,
  exporterSettings,
  javaOptions,
  type RecordsEndpoint,
  type ZeebePorts,
} from './zeebe-settings.ts';

export type ZeebeOptions = {
  /** Holds everything of this broker: data, logs, its pid file. Absolute. */
  folder: string;
  /** The unpacked distribution (zeebe-distribution.ts). */
  home: string;
  javaHome: string;
  ports: ZeebePorts;
  records: RecordsEndpoint;
  /** How far the office is ahead of the system's time; asked at every start, because Zeebe forgets it. */
  offsetMs: () => number;
};

export type Zeebe = { pid: number; adopted: boolean; address: string; managementUrl: string };

type ProcessFile = { pid: number; settings: string };

const processFile = (folder: string) => join(folder, 'process.json');
const markOf = (folder: string) => `-Dapp.home=${folder}`;

const environmentOf = ({ folder, ports, records }: ZeebeOptions): Record<string, string> => ({
  ...embeddedSettings,
  ...addressSettings(ports, join(folder, 'data')),
  ...exporterSettings(records),
});

const fingerprint = (options: ZeebeOptions): string =>
  createHash('sha256')
    .update(JSON.stringify([environmentOf(options), options.home, javaOptions]))
    .digest('hex');

const answer = async (url: string): Promise<unknown> => {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(3000) });
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
};

type Topology = { partitionsCount: number; brokers: { partitions?: { role: string; health: string }[] }[] };

const hasLeaders = async (ports: ZeebePorts, fits: (health: string) => boolean): Promise<boolean> => {
  const topology = (await answer(`http://127.0.0.1:${ports.rest}/v1/topology`)) as Topology | undefined;
  // A broker that has just come up is listed before its partitions are.
  const partitions = topology?.brokers.flatMap((broker) => broker.partitions ?? []) ?? [];
  return (
    topology !== undefined && partitions.filter(({ role, health }) => role === 'leader' && fits(health)).length === topology.partitionsCount
  );
};

/** Readiness comes seconds before the gateway knows its partition, and until then commands are answered UNAVAILABLE. */
const isHealthy = async (ports: ZeebePorts): Promise<boolean> => {
  const health = (await answer(`http://127.0.0.1:${ports.management}/actuator/health`)) as { status?: string } | undefined;
  return health?.status === 'UP' && (await hasLeaders(ports, (state) => state === 'healthy'));
};

/** For a minute after its clock was moved a broker takes itself for ill and goes on working. */
const isServing = (ports: ZeebePorts): Promise<boolean> => hasLeaders(ports, (state) => state !== 'dead');

const lastErrors = (folder: string): string => {
  for (const name of ['logs/zeebe.log', 'output.log']) {
    try {
      const lines = readFileSync(join(folder, name), 'utf8').split('\n');
      const errors = lines.filter((line) => / ERROR |^Error|Caused by/.test(line)).slice(-2);
      if (errors.length > 0) return errors.join(' ');
    } catch {
      // Not written yet.
    }
  }
  return 'nichts';
};

/**
 * `java` directly instead of bin/broker: the same call, but the pid is known, a space in a path does no harm, and app.home
 * (where the log goes) is the data folder and not the distribution that all clones of the user share.
 */
const launch = (options: ZeebeOptions): Promise<number> => {
  const { folder, home, javaHome } = options;
  const classes = [join(home, 'config'), join(home, 'lib', '*')].join(delimiter);
  const flags = [...javaOptions.split(' '), '-XX:+ExitOnOutOfMemoryError', '-Dfile.encoding=UTF-8', '-Xshare:auto'];
  return spawnDetached(
    join(javaHome, 'bin', 'java'),
    [...flags, markOf(folder), `-Dbasedir=${folder}`, '-classpath', classes, 'io.camunda.zeebe.broker.StandaloneBroker'],
    { env: { ...process.env, JAVA_HOME: javaHome, ...environmentOf(options) }, cwd: folder, logFile: join(folder, 'output.log') },
  );
};

const requirePorts = async ({ ports }: ZeebeOptions): Promise<void> => {
  for (const offset of [0, 1, 2]) await requireFreePort(ports.gateway + offset, 'EMBEDDED_ZEEBE_PORT');
  await requireFreePort(ports.rest, 'EMBEDDED_ZEEBE_REST_PORT');
  await requireFreePort(ports.management, 'EMBEDDED_ZEEBE_MANAGEMENT_PORT');
};

/** The broker that already runs from the folder with the same settings, or a new one; ready for commands when this returns. */
export const startZeebe = async (options: ZeebeOptions): Promise<Zeebe> => {
  const { folder, ports } = options;
  const address = `127.0.0.1:${ports.gateway}`;
  const managementUrl = `http://127.0.0.1:${ports.management}`;
  mkdirSync(folder, { recursive: true, mode: 0o700 });

  const known = readJson<ProcessFile>(processFile(folder));
  if (known?.settings === fingerprint(options)) {
    // It may be found while it is still starting, or while it is dying.
    await waitUntil(async () => !runs(known.pid, markOf(folder)) || (await isServing(ports)), 60_000, 150);
    if (runs(known.pid, markOf(folder)) && (await isServing(ports))) {
      await syncEngineClock(managementUrl, options.offsetMs());
      return { pid: known.pid, adopted: true, address, managementUrl };
    }
  }
  await stopZeebe(folder);

  await requirePorts(options);
  const pid = await launch(options);
  writeWhole(processFile(folder), JSON.stringify({ pid, settings: fingerprint(options) } satisfies ProcessFile));
  const healthy = await waitUntil(
    async () => {
      if (!runs(pid, markOf(folder)))
        throw new SetUpFault(`Zeebe ist beim Start stehen geblieben. Zuletzt steht in ${folder}: ${lastErrors(folder)}`);
      return isHealthy(ports);
    },
    180_000,
    150,
  );
  if (!healthy) throw new SetUpFault(`Zeebe wird nicht bereit. Zuletzt steht in ${folder}: ${lastErrors(folder)}`);
  await syncEngineClock(managementUrl, options.offsetMs());
  return { pid, adopted: false, address, managementUrl };
};

export const isZeebeUp = (folder: string): boolean => runs(readJson<ProcessFile>(processFile(folder))?.pid, markOf(folder));

export const stopZeebe = async (folder: string, graceMs = 20_000): Promise<void> => {
  const known = readJson<ProcessFile>(processFile(folder));
  if (known) await stopProcess(known.pid, markOf(folder), graceMs);
  rmSync(processFile(folder), { force: true });
};
