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
  /** Which parts are run: pairs, list, duldung. */
  parts: readonly string[];
  /** Folder for profiles of all of Lotse's Node processes. */
  profile: string;
};

const full = { 'warm-up': 3_000, rounds: 3, cases: 1_500, concurrency: 48, seconds: 30, 'open-tasks': 10_000, 'duldung-cases': 300 };
const quick = { ...full, 'warm-up': 300, rounds: 2, cases: 400, seconds: 10, 'open-tasks': 1_000, 'duldung-cases': 60 };
type Name = keyof typeof full;

export const readOptions = (args: readonly string[]): Options => {
  const numbers = Object.fromEntries(Object.keys(full).map((name) => [name, { type: 'string' as const }]));
  const { values } = parseArgs({
    args: [...args],
    options: { quick: { type: 'boolean' }, parts: { type: 'string' }, profile: { type: 'string' }, ...numbers },
  });
  const defaults = values.quick ? quick : full;
  const number = (name: Name): number => {
    const given = (values as Record<string, unknown>)[name];
    const value = given === undefined ? defaults[name] : Number(given);
    if (!Number.isInteger(value) || value < 0) throw new Error(`--${name} must be a whole number`);
    return value;
  };
  return {
    warmUp: number('warm-up'),
    rounds: number('rounds'),
    cases: number('cases'),
    concurrency: number('concurrency'),
    seconds: number('seconds'),
    openTasks: number('open-tasks'),
    duldungCases: number('duldung-cases'),
    parts: String(values.parts ?? 'pairs,list,duldung').split(','),
    profile: String(values.profile ?? ''),
  };
};
