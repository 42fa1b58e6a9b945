import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { testFolder } from './grounds.ts';

/** What note-seconds.ts writes: one line a test file, `seconds path`. */
export const secondsFile = join(testFolder, 'seconds.txt');

export const secondsSince = (started: number): number => Math.round((performance.now() - started) / 1000);

const slowest = 15;

type Took = { name: string; seconds: number };

/** A part that went piece by piece, perhaps in both lanes, is one line. */
const inSum = (parts: readonly Took[]): Took[] => {
  const sums = new Map<string, number>();
  for (const { name, seconds } of parts) sums.set(name, (sums.get(name) ?? 0) + seconds);
  return [...sums].map(([name, seconds]) => ({ name, seconds }));
};

/** The run's budget: seconds of each part in the order they ended, of the lanes, then of the slowest files. */
export const sayWhereTimeWent = (parts: readonly Took[], lanes: readonly Took[], say: (line: string) => void): void => {
  const line = ({ name, seconds }: Took): void => say(`  ${String(seconds).padStart(6)}  ${name}`);
  say('\nSeconds per part');
  inSum(parts).forEach(line);
  say('Seconds per lane');
  lanes.forEach(line);
  if (!existsSync(secondsFile)) return;
  const files = readFileSync(secondsFile, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((each) => ({ seconds: Number.parseFloat(each), file: each.slice(each.indexOf(' ') + 1) }))
    .sort((one, other) => other.seconds - one.seconds);
  say('Slowest files');
  for (const { seconds, file } of files.slice(0, slowest)) say(`  ${seconds.toFixed(1).padStart(6)}  ${file}`);
  rmSync(secondsFile);
};
