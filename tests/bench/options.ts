import { parseArgs } from 'node:util';

export type Options = {
  /** Cases before anything is measured, on each side. */
  warmUp: number;
  /** Pairs of measurements, the two sides taking turns. */
  rounds: number;
  /** Cases of one measurement at saturation. */
  cases: number;
  concurrency: number;
  /** Length of one measurement at a steady rate. */
  seconds: number;
  openTasks: number;
  duldungCases: number;
  /** How often a part is killed. */
  kills: number;
  /** Draws the same kills again. */
  seed: number;
  /** Which parts are run: pairs, core, list, duldung; kills only where it is named. */
  parts: readonly string[];
  /** Where the time goes, instead of how much it is. */
  profile: boolean;
  /** The short paired run so many times, to be written down as what later ones are held against; 0 = not at all. */
  record: number;
  /** Results of the bench that measures other products, with Lotse among them. */
  peers: string;
};

const full = {
  'warm-up': 3_000,
  rounds: 3,
  cases: 1_500,
  concurrency: 48,
  seconds: 30,
  'open-tasks': 10_000,
  'duldung-cases': 300,
  kills: 200,
  seed: 1,
};
const quick = { ...full, 'warm-up': 300, rounds: 2, cases: 400, seconds: 10, 'open-tasks': 1_000, 'duldung-cases': 60, kills: 15 };
type Name = keyof typeof full;

const RECORDED_RUNS = 5;
const known = ['pairs', 'core', 'list', 'duldung', 'kills'];

export const readOptions = (args: readonly string[]): Options => {
  const numbers = Object.fromEntries(Object.keys(full).map((name) => [name, { type: 'string' as const }]));
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean' },
      parts: { type: 'string' },
      profile: { type: 'boolean' },
      record: { type: 'boolean' },
      peers: { type: 'string' },
      ...numbers,
    },
  });
  const defaults = values.quick ? quick : full;
  const number = (name: Name): number => {
    const given = (values as Record<string, unknown>)[name];
    const value = given === undefined ? defaults[name] : Number(given);
    if (!Number.isInteger(value) || value < 0) throw new Error(`--${name} must be a whole number`);
    return value;
  };
  const parts = String(values.parts ?? 'pairs,core,list,duldung').split(',');
  const unknown = parts.find((part) => !known.includes(part));
  if (unknown) throw new Error(`--parts ${unknown}: there are ${known.join(', ')}`);
  return {
    warmUp: number('warm-up'),
    rounds: number('rounds'),
    cases: number('cases'),
    concurrency: number('concurrency'),
    seconds: number('seconds'),
    openTasks: number('open-tasks'),
    duldungCases: number('duldung-cases'),
    kills: number('kills'),
    seed: number('seed'),
    parts,
    profile: values.profile === true,
    record: values.record ? RECORDED_RUNS : 0,
    peers: String(values.peers ?? ''),
  };
};
