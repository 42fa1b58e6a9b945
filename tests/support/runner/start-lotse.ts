import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, fstatSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { stopAll } from '../../../services/embedded/leftovers.ts';
import { findFreePorts } from '../../../services/embedded/ports.ts';
import { waitUntil } from '../../../services/embedded/processes.ts';

/** Zeebe takes the two ports behind its gateway's as well, so that one stands last. */
const settings = [
  'PORT',
  'RECORDS_PORT',
  'EMBEDDED_ZEEBE_REST_PORT',
  'EMBEDDED_ZEEBE_MANAGEMENT_PORT',
  'EMBEDDED_DATABASE_PORT',
  'EMBEDDED_OIDC_PORT',
  'EMBEDDED_SMTP_PORT',
  'EMBEDDED_MAIL_PORT',
  'EMBEDDED_ZEEBE_PORT',
] as const;

/** A first start with empty caches downloads Zeebe. */
const startLimitMs = 10 * 60_000;

const isHealthy = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(3000) })).ok;
  } catch {
    return false;
  }
};

const tail = (path: string): string => readFileSync(path, 'utf8').trim().split('\n').slice(-15).join('\n');

/** The starter says it when the workers have released all models, too: before that there are no forms to check facts against. */
const isUp = (logFile: string, from: number): boolean => readFileSync(logFile).subarray(from).includes('Lotse läuft');

/**
 * Starts the whole of Lotse as `npm start` does, on free ports, and waits until it is healthy and complete. Its log is `<dataDir>.log`. `program`
 * is what is started: the starter alone, or what `npm start` itself calls.
 */
export const startLotse = async (
  dataDir: string,
  more: Record<string, string> = {},
  program: readonly string[] = ['services/main.ts'],
): Promise<{ url: string; env: Record<string, string>; stop(): Promise<void> }> => {
  const ports = await findFreePorts(settings.length + 2);
  const env: Record<string, string> = {
    ...Object.fromEntries(settings.map((key, index) => [key, String(ports[index])])),
    DATA_DIR: dataDir,
    LOG_LEVEL: 'info',
    // Tests make the cases they need.
    DEMO_CASES: '0',
    ...more,
  };
  const url = `http://localhost:${env.PORT}`;
  const logFile = `${dataDir}.log`;
  mkdirSync(dataDir, { recursive: true, mode: 0o755 });
  const log = openSync(logFile, 'a');
  const before = fstatSync(log).size;
  const starter: ChildProcess = spawn(process.execPath, program, {
    env: { ...process.env, ...env },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const up = await waitUntil(
    async () => {
      if (starter.exitCode !== null) throw new Error(`Lotse ended at its start (${starter.exitCode}):\n${tail(logFile)}`);
      return isUp(logFile, before) && isHealthy(url);
    },
    startLimitMs,
    250,
  );
  if (!up) throw new Error(`Lotse is not healthy after ${startLimitMs / 60_000} minutes:\n${tail(logFile)}`);
  // A crash test may have killed this starter and started another: whichever runs from the folder is stopped.
  return { url, env, stop: () => stopAll(dataDir) };
};
