import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * The command line of a living process, or undefined. Process ids are given out again, above all after a restart of the
 * machine, so a pid from a file means nothing until its command line is the expected one. A zombie counts as dead.
 */
export const commandOf = (pid: number): string | undefined => {
  if (!Number.isSafeInteger(pid) || pid <= 1) return undefined;
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim() || undefined;
    } catch {
      return undefined;
    }
  }
  const [command, ...args] =
    process.platform === 'win32'
      ? ['powershell', '-NoProfile', '-Command', `(Get-CimInstance Win32_Process -Filter "ProcessId=${pid}").CommandLine`]
      : ['ps', '-ww', '-o', 'command=', '-p', String(pid)];
  return spawnSync(command as string, args, { encoding: 'utf8' }).stdout?.trim() || undefined;
};

export const runs = (pid: number | undefined, mark: string): pid is number => pid !== undefined && commandOf(pid)?.includes(mark) === true;

/** Starts a program that outlives us and does not see our Ctrl-C. Its output goes to the file. */
export const spawnDetached = (
  command: string,
  args: string[],
  options: { env: NodeJS.ProcessEnv; logFile: string; cwd: string; uid?: number; gid?: number },
): Promise<number> =>
  new Promise((resolve, reject) => {
    const { logFile, ...rest } = options;
    const log = openSync(logFile, 'a', 0o600);
    const child = spawn(command, args, { ...rest, detached: true, windowsHide: true, stdio: ['ignore', log, log] });
    closeSync(log);
    child.once('error', reject);
    child.once('spawn', () => {
      child.unref();
      resolve(child.pid as number);
    });
  });

/** Waits until `done` holds. `done` may throw to give up early. False when the time is over. */
export const waitUntil = async (done: () => Promise<boolean> | boolean, limitMs: number, stepMs = 100): Promise<boolean> => {
  const end = performance.now() + limitMs;
  while (!(await done())) {
    if (performance.now() > end) return false;
    await pause(stepMs);
  }
  return true;
};

const signal = (pid: number, name: NodeJS.Signals) => {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
};

/** Asks a process to end, and ends it after `graceMs`. `mark` is what its command line must contain, so that no stranger is hit. */
export const stopProcess = async (pid: number, mark: string, graceMs: number, gentle: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
  if (!runs(pid, mark)) return;
  signal(pid, gentle);
  if (await waitUntil(() => !runs(pid, mark), graceMs, 50)) return;
  signal(pid, 'SIGKILL');
  await waitUntil(() => !runs(pid, mark), 5000, 50);
};
