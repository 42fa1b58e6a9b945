import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { testFolder } from './grounds.ts';

/** What note-seconds.ts writes: one line a test file, `seconds path`. */
export const secondsFile = join(testFolder, 'seconds.txt');

export const secondsSince = (started: number): number => Math.round((performance.now() - started) / 1000);

const slowest = 15;

/** The run's budget: seconds of each part in the order they ran, then of the slowest files. */
export const sayWhereTimeWent = (parts: readonly { name: string; seconds: number }[], say: (line: string) => void): void => {
  say('\nSeconds per part');
  for (const { name, seconds } of parts) say(`  ${String(seconds).padStart(6)}  ${name}`);
  if (!existsSync(secondsFile)) return;
  const files = readFileSync(secondsFile, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => ({ seconds: Number.parseFloat(line), file: line.slice(line.indexOf(' ') + 1) }))
    .sort((one, other) => other.seconds - one.seconds);
  say('Slowest files');
  for (const { seconds, file } of files.slice(0, slowest)) say(`  ${seconds.toFixed(1).padStart(6)}  ${file}`);
  rmSync(secondsFile);
};
