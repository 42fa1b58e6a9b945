import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Processes by the name they are shown under. PostgreSQL counts with its children, of which it has one a connection. */
export type Pids = Record<string, number>;

/** Megabytes of memory and milliseconds of processor time; of the latter that of Java's compilers, which is no case's: it ends when the engine is warm. */
export type Footprint = { memory: Record<string, number>; cpu: Record<string, number>; compilers: Record<string, number> };

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

const threadsOf = (pid: number): string[] => {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
};

const childrenOf = (pid: number): number[] =>
  threadsOf(pid).flatMap((thread) => read(`/proc/${pid}/task/${thread}/children`).split(' ').filter(Boolean).map(Number));

/** The processes of a part: of PostgreSQL all, of the others one. */
export const membersOf = (name: string, pid: number): number[] => [pid, ...(name === 'postgres' ? childrenOf(pid) : [])];

/** Shared pages count once, divided among those who share them; where that is not known, resident memory. */
const megabytes = (pid: number): number => {
  const [, shared] = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`)) ?? [];
  const [, resident] = shared ? [] : (/^VmRSS:\s+(\d+) kB/m.exec(read(`/proc/${pid}/status`)) ?? []);
  return Number(shared ?? resident ?? 0) / 1024;
};

const ticksPerSecond = 100;
/** Own time, with that of children that have ended if there are any such. `stat`: what the system says of a process or a thread. */
const msOf = (stat: string, withEnded: boolean): number => {
  const fields = stat.split(') ')[1]?.split(' ') ?? [];
  const ticks = sum(fields.slice(11, withEnded ? 15 : 13).map(Number));
  return (ticks * 1000) / ticksPerSecond;
};
const cpuMs = (pid: number, withEnded: boolean): number => msOf(read(`/proc/${pid}/stat`), withEnded);

const compilersMs = (pid: number): number =>
  sum(
    threadsOf(pid)
      .map((thread) => read(`/proc/${pid}/task/${thread}/stat`))
      .filter((stat) => /\(C[12] Compiler/.test(stat))
      .map((stat) => msOf(stat, false)),
  );

const isLinux = process.platform === 'linux';
const each = (pids: Pids, measure: (pid: number, withEnded: boolean) => number): Record<string, number> =>
  Object.fromEntries(
    Object.entries(pids).map(([name, pid]) => [name, sum(membersOf(name, pid).map((member) => measure(member, name === 'postgres')))]),
  );

const resident = (pid: number): number => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
const takeMemory = (pids: Pids): Record<string, number> =>
  isLinux ? each(pids, megabytes) : Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, resident(pid)]));

export const takeFootprint = (pids: Pids): Footprint => ({
  memory: takeMemory(pids),
  cpu: isLinux ? each(pids, cpuMs) : {},
  compilers: isLinux ? each(pids, compilersMs) : {},
});

/** The largest memory seen and the processor time spent while `work` ran. */
export const withFootprint = async <T>(pids: Pids, work: () => Promise<T>): Promise<{ result: T; footprint: Footprint }> => {
  const before = takeFootprint(pids);
  const peak: Record<string, number> = {};
  const look = (): void => {
    for (const [name, value] of Object.entries(takeMemory(pids))) peak[name] = Math.max(peak[name] ?? 0, value);
  };
  // A look walks through all pages of all processes: every two seconds it took a fiftieth of the machine.
  const timer = setInterval(look, 5_000);
  try {
    const result = await work();
    look();
    const after = takeFootprint(pids);
    const since = (kind: 'cpu' | 'compilers'): Record<string, number> =>
      Object.fromEntries(Object.entries(after[kind]).map(([name, value]) => [name, Math.max(0, value - (before[kind][name] ?? 0))]));
    return { result, footprint: { memory: peak, cpu: since('cpu'), compilers: since('compilers') } };
  } finally {
    clearInterval(timer);
  }
};
