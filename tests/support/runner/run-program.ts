import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { secondsSince } from './seconds.ts';
import { addTo, type Sum } from './tally.ts';

/** A program that must end well counts as one test. */
export const runProgram = async (program: { name: string; file: string }, sum: Sum, say: (line: string) => void): Promise<void> => {
  const { name, file } = program;
  const started = performance.now();
  const child = spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('exit', resolve);
  });
  for await (const line of createInterface({ input: child.stdout })) say(`[${name}] ${line}`);
  const failed = (await exited) === 0 ? 0 : 1;
  addTo(sum, { passed: 1 - failed, failed, skipped: 0 });
  sum.parts.push({ name, seconds: secondsSince(started) });
};
