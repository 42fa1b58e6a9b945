import { resolve } from 'node:path';
import { superviseChildren } from './children.ts';
import { starterMark, stopDetached, waitForOrphans } from './leftovers.ts';
import { requireDistinctPorts, requireFreePort } from './ports.ts';
import { runs } from './processes.ts';
import { type Run, readRun, removeRun, writeRun } from './run-file.ts';
import { SetUpFault } from './set-up-fault.ts';
import { type Embedded, type EmbeddedOptions, startEmbedded } from './start-embedded.ts';

export type SupervisorOptions = EmbeddedOptions & {
  /** The file the children run. */
  main: string;
  /** Aborted when the start is to be given up (Ctrl-C); then everything begun is stopped before this throws. */
  signal: AbortSignal;
};
export type Supervised = { embedded: Embedded; stop(): Promise<void> };

const refuseSecond = (dataDir: string): void => {
  const run = readRun(dataDir);
  if (run && run.pid !== process.pid && runs(run.pid, starterMark)) {
    throw new SetUpFault(
      `Lotse läuft schon (Prozess ${run.pid}): ${run.urls.application}. Beenden Sie es dort mit Strg-C, oder setzen Sie DATA_DIR und die Ports anders.`,
    );
  }
};

/** Keeps run.json true: parts get other process ids when they come back. */
const keepRunFile = (dataDir: string, describe: () => Run): { write: () => void; forget: () => void } => {
  let written = '';
  const write = () => {
    const run = describe();
    if (JSON.stringify(run) === written) return;
    written = JSON.stringify(run);
    writeRun(dataDir, run);
  };
  write();
  const timer = setInterval(write, 500);
  const forget = () => {
    clearInterval(timer);
    removeRun(dataDir);
  };
  return { write, forget };
};

const untilAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));

/**
 * The starter's whole life: embedded parts up, then the two children, and on `stop` everything down in the order that loses
 * nothing: HTTP, workers, outbox, Zeebe, record endpoint, PostgreSQL.
 */
export const runSupervised = async (options: SupervisorOptions): Promise<Supervised> => {
  const { config, signal } = options;
  const dataDir = resolve(config.dataDir);
  requireDistinctPorts(config);
  refuseSecond(dataDir);
  await waitForOrphans(dataDir);
  await requireFreePort(config.port, 'PORT', config.host);
  if (!config.zeebeAddress) await requireFreePort(config.recordsPort, 'RECORDS_PORT', config.recordsHost);

  const startedAt = new Date().toISOString();
  let embedded: Embedded | undefined;
  let runFile: ReturnType<typeof keepRunFile> | undefined;
  try {
    const parts = await Promise.race([startEmbedded(options), untilAborted(signal)]);
    embedded = parts;
    const pids: Run['processes'] = {};
    const file = keepRunFile(dataDir, () => ({
      pid: process.pid,
      startedAt,
      urls: { application: config.publicUrl, ...parts.urls },
      processes: { ...pids, ...parts.pids() },
    }));
    runFile = file;
    const children = await superviseChildren({
      names: ['api', 'workers'],
      main: options.main,
      env: { ...process.env, ...parts.env },
      log: options.log,
      restartMs: config.embeddedRestartMs,
      signal,
      onLaunch: (name, pid) => {
        if (pid !== undefined) pids[name] = pid;
        file.write();
      },
    });
    let stopped: Promise<void> | undefined;
    const stop = async (): Promise<void> => {
      await children.drain();
      await parts.stopEngine();
      await children.stop();
      await parts.stop();
      file.forget();
    };
    return {
      embedded: parts,
      stop: () => {
        stopped ??= stop();
        return stopped;
      },
    };
  } catch (error) {
    await embedded?.stop();
    await stopDetached(dataDir);
    runFile?.forget();
    throw error;
  }
};
