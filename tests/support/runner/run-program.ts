import { runChild } from './run-child.ts';
import { secondsSince } from './seconds.ts';
import { addTo, oneFailure, type Sum } from './tally.ts';

/** A program that must end well counts as one test. */
export const runProgram = async (program: { name: string; file: string }, sum: Sum, say: (line: string) => void): Promise<void> => {
  const { name, file } = program;
  const started = performance.now();
  const said: string[] = [];
  const code = await runChild([file], (line) => {
    said.push(line);
    say(`[${name}] ${line}`);
  });
  addTo(
    sum,
    code === 0 ? { passed: 1, failed: 0, skipped: 0, failures: [] } : oneFailure(`✘ ${name} ended with ${code}`, ...said.slice(-30)),
  );
  sum.parts.push({ name, seconds: secondsSince(started) });
};
