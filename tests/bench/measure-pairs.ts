import { type Footprint, type Pids, takeFootprint, withFootprint } from './footprint.ts';
import { type Load, type RunCase, saturate, stream } from './load.ts';
import type { Options } from './options.ts';
import type { Side } from './report.ts';

export type Contestant = {
  name: string;
  runCase: RunCase;
  pids: Pids;
  coldStartMs: number;
  /** Told before a measurement whether it is one at saturation. */
  prepare?: (saturated: boolean) => void;
};

const limitMs = 5 * 60_000;
const steadyRate = 10;

const merge = (footprints: readonly Footprint[]): Footprint => {
  const names = Object.keys(footprints[0]?.memory ?? {});
  return {
    memory: Object.fromEntries(names.map((name) => [name, Math.max(...footprints.map((each) => each.memory[name] ?? 0))])),
    cpu: Object.fromEntries(
      Object.keys(footprints[0]?.cpu ?? {}).map((name) => [name, footprints.reduce((sum, each) => sum + (each.cpu[name] ?? 0), 0)]),
    ),
  };
};

const reportOf = (name: string, load: Load): string =>
  `  ${name}: ${load.times.length} cases in ${load.seconds.toFixed(1)} s = ${load.perSecond.toFixed(1)}/s`;

/** Warms both up, then measures them in turns: what disturbs the machine for a while disturbs both. */
export const measurePairs = async (contestants: readonly Contestant[], options: Options, say: (line: string) => void): Promise<Side[]> => {
  const { concurrency, rounds } = options;
  const sides = contestants.map(({ coldStartMs }) => ({
    saturated: [] as Load[],
    steady: [] as Load[],
    footprints: [] as Footprint[],
    coldStartMs,
  }));
  for (const { name, runCase, prepare } of contestants) {
    prepare?.(true);
    say(reportOf(`${name}, warm-up`, await saturate({ runCase, cases: options.warmUp, concurrency, limitMs })));
  }
  for (let round = 1; round <= rounds; round += 1) {
    for (const [index, { name, runCase, pids, prepare }] of contestants.entries()) {
      prepare?.(true);
      const { result, footprint } = await withFootprint(pids, () => saturate({ runCase, cases: options.cases, concurrency, limitMs }));
      say(reportOf(`${name}, as fast as it goes, round ${round}`, result));
      sides[index]?.saturated.push(result);
      sides[index]?.footprints.push(footprint);
    }
  }
  for (let round = 1; round <= rounds; round += 1) {
    for (const [index, { name, runCase, prepare }] of contestants.entries()) {
      prepare?.(false);
      const load = await stream({ runCase, perSecond: steadyRate, seconds: options.seconds });
      say(reportOf(`${name}, steady, round ${round}`, load));
      sides[index]?.steady.push(load);
    }
  }
  return sides.map(({ footprints, ...side }) => ({
    ...side,
    footprint: merge(footprints),
    cases: side.saturated.reduce((sum, load) => sum + load.times.length, 0),
  }));
};

/** What a side costs while nothing is asked of it, as a share of one core. */
export const idleShare = async (pids: Pids, seconds: number): Promise<Record<string, number>> => {
  const before = takeFootprint(pids).cpu;
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  const after = takeFootprint(pids).cpu;
  return Object.fromEntries(Object.entries(after).map(([name, value]) => [name, (value - (before[name] ?? 0)) / (seconds * 1000)]));
};
