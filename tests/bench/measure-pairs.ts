import { type Footprint, type Pids, takeFootprint, withFootprint } from './footprint.ts';
import { type Load, type RunCase, saturate, stream } from './load.ts';
import type { Options } from './options.ts';
import type { Side } from './report.ts';

export type Contestant = {
  name: string;
  runCase: RunCase;
  pids: Pids;
  /** So many times as many cases as are told; else as many. */
  weight?: number;
  /** Told before a measurement whether it is one at saturation. */
  prepare?: (saturated: boolean) => void;
};

type Say = (line: string) => void;

const limitMs = 5 * 60_000;
const steadyRate = 10;

const merge = (footprints: readonly Footprint[]): Footprint => {
  const names = Object.keys(footprints[0]?.memory ?? {});
  const added = (kind: 'cpu' | 'compilers'): Record<string, number> =>
    Object.fromEntries(
      Object.keys(footprints[0]?.[kind] ?? {}).map((name) => [name, footprints.reduce((sum, each) => sum + (each[kind][name] ?? 0), 0)]),
    );
  return {
    memory: Object.fromEntries(names.map((name) => [name, Math.max(...footprints.map((each) => each.memory[name] ?? 0))])),
    cpu: added('cpu'),
    compilers: added('compilers'),
  };
};

const reportOf = (name: string, load: Load): string =>
  `  ${name}: ${load.times.length} cases in ${load.seconds.toFixed(1)} s = ${load.perSecond.toFixed(1)}/s`;

export const warmUp = async (contestants: readonly Contestant[], options: Pick<Options, 'warmUp' | 'concurrency'>, say: Say) => {
  for (const { name, runCase, weight = 1, prepare } of contestants) {
    prepare?.(true);
    const cases = options.warmUp * weight;
    say(reportOf(`${name}, warm-up`, await saturate({ runCase, cases, concurrency: options.concurrency, limitMs })));
  }
};

export type Turn = { load: Load; footprint: Footprint };

/** As fast as it goes, in turns: what disturbs the machine for a while disturbs both. Turns by contestant. */
export const takeTurns = async (
  contestants: readonly Contestant[],
  options: Pick<Options, 'rounds' | 'cases' | 'concurrency'>,
  say: Say,
): Promise<Turn[][]> => {
  const turns: Turn[][] = contestants.map(() => []);
  for (let round = 1; round <= options.rounds; round += 1) {
    for (const [index, { name, runCase, pids, weight = 1, prepare }] of contestants.entries()) {
      prepare?.(true);
      const cases = options.cases * weight;
      const { concurrency } = options;
      const { result: load, footprint } = await withFootprint(pids, () => saturate({ runCase, cases, concurrency, limitMs }));
      say(reportOf(`${name}, as fast as it goes, round ${round}`, load));
      turns[index]?.push({ load, footprint });
    }
  }
  return turns;
};

/** Measures contestants that are warm in turns, first as fast as it goes, then at a steady rate. */
export const measurePairs = async (contestants: readonly Contestant[], options: Options, say: Say): Promise<Side[]> => {
  const turns = await takeTurns(contestants, options, say);
  const steady: Load[][] = contestants.map(() => []);
  for (let round = 1; round <= options.rounds; round += 1) {
    for (const [index, { name, runCase, prepare }] of contestants.entries()) {
      prepare?.(false);
      const load = await stream({ runCase, perSecond: steadyRate, seconds: options.seconds });
      say(reportOf(`${name}, steady, round ${round}`, load));
      steady[index]?.push(load);
    }
  }
  return turns.map((each, index) => ({
    saturated: each.map(({ load }) => load),
    steady: steady[index] ?? [],
    footprint: merge(each.map(({ footprint }) => footprint)),
    cases: each.reduce((sum, { load }) => sum + load.times.length, 0),
  }));
};

/** What a side costs while nothing is asked of it, as a share of one core. */
export const idleShare = async (pids: Pids, seconds: number): Promise<Record<string, number>> => {
  const before = takeFootprint(pids).cpu;
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  const after = takeFootprint(pids).cpu;
  return Object.fromEntries(Object.entries(after).map(([name, value]) => [name, (value - (before[name] ?? 0)) / (seconds * 1000)]));
};
