import { runChild } from './run-child.ts';
import { secondsSince } from './seconds.ts';
import { addTo, type Sum } from './tally.ts';

/** A program that must end well counts as one test. */
export const runProgram = async (program: { name: string; file: string }, sum: Sum, say: (line: string) => void): Promise<void> => {
  const { name, file } = program;
  const started = performance.now();
  const code = await runChild([file], (line) => say(`[${name}] ${line}`));
  const failed = code === 0 ? 0 : 1;
  addTo(sum, { passed: 1 - failed, failed, skipped: 0 });
  sum.parts.push({ name, seconds: secondsSince(started) });
};
