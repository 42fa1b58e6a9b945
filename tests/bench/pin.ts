import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { membersOf, type Pids } from './footprint.ts';

const taskset = (cores: string, pid: number): boolean =>
  spawnSync('taskset', ['--all-tasks', '--cpu-list', '--pid', cores, String(pid)], { stdio: 'ignore' }).status === 0;

/** A sentence that says why processes cannot be given cores of their own here; undefined where they can. */
export const whyNotPinned = (): string | undefined => {
  if (process.platform !== 'linux') return 'The engine on a core of its own was not measured: only Linux can give a process a core.';
  if (availableParallelism() < 2) return 'The engine on a core of its own was not measured: there is only one core.';
  if (spawnSync('taskset', ['--version'], { stdio: 'ignore' }).status !== 0)
    return 'The engine on a core of its own was not measured: there is no taskset (util-linux).';
  return undefined;
};

/** From now on these processes, with all of their threads and what they start, run on these cores only. */
export const pin = (pids: Pids, cores: string): void => {
  for (const [name, pid] of Object.entries(pids))
    for (const member of membersOf(name, pid))
      if (!taskset(cores, member)) throw new Error(`${name} (${member}) could not be given core ${cores}`);
};

export const allCores = (): string => `0-${availableParallelism() - 1}`;
