import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Processes by the name they are shown under; each counts with its children (PostgreSQL has one a connection). */
export type Pids = Record<string, number>;

/** Megabytes of memory and milliseconds of processor time. */
export type Footprint = { memory: Record<string, number>; cpu: Record<string, number> };

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

const childrenOf = (pid: number): number[] => {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) => read(`/proc/${pid}/task/${thread}/children`).split(' ').filter(Boolean).map(Number));
  } catch {
    return [];
  }
};

/** Shared pages count once, divided among those who share them; where that is not known, resident memory. */
const megabytes = (pid: number): number => {
  const [, shared] = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`)) ?? [];
  const [, resident] = shared ? [] : (/^VmRSS:\s+(\d+) kB/m.exec(read(`/proc/${pid}/status`)) ?? []);
  return Number(shared ?? resident ?? 0) / 1024;
};

const ticksPerSecond = 100;
/** Own time, and that of children that have ended. */
const cpuMs = (pid: number): number => {
  const fields = read(`/proc/${pid}/stat`).split(') ')[1]?.split(' ') ?? [];
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return (ticks * 1000) / ticksPerSecond;
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Starter and PostgreSQL have children; api and workers are the starter's children and counted by their own name. */
const membersOf = (pid: number, apart: ReadonlySet<number>): number[] => [pid, ...childrenOf(pid).filter((child) => !apart.has(child))];

export const takeFootprint = (pids: Pids): Footprint => {
  const apart = new Set(Object.values(pids));
  const each = (measure: (pid: number) => number): Record<string, number> =>
    Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, sum(membersOf(pid, apart).map(measure))]));
  if (process.platform === 'linux') return { memory: each(megabytes), cpu: each(cpuMs) };
  const resident = (pid: number): number => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
  return { memory: Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, resident(pid)])), cpu: {} };
};

/** The largest memory seen and the processor time spent while `work` ran. */
export const withFootprint = async <T>(pids: Pids, work: () => Promise<T>): Promise<{ result: T; footprint: Footprint }> => {
  const before = takeFootprint(pids);
  const peak: Record<string, number> = {};
  const look = (): void => {
    for (const [name, value] of Object.entries(takeFootprint(pids).memory)) peak[name] = Math.max(peak[name] ?? 0, value);
  };
  const timer = setInterval(look, 2_000);
  try {
    const result = await work();
    look();
    const after = takeFootprint(pids);
    return { result, footprint: { memory: peak, cpu: Object.fromEntries(Object.entries(after.cpu).map(([name, value]) => [name, value - (before.cpu[name] ?? 0)])) } };
  } finally {
    clearInterval(timer);
  }
};
