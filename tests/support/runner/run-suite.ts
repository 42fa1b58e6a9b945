import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { readTap } from './read-tap.ts';
import type { Suite } from './suites.ts';
import type { Tally } from './tally.ts';

const ava = new URL('../../../node_modules/ava/entrypoints/cli.js', import.meta.url).pathname;

/** Runs the files of one suite with ava and shows each test as it ends. */
export const runSuite = async (
  suite: Suite,
  files: readonly string[],
  env: Record<string, string>,
  say: (line: string) => void,
): Promise<Tally> => {
  const reader = readTap(say);
  const child = spawn(process.execPath, [ava, '--tap', `--timeout=${suite.timeout}`, `--concurrency=${suite.filesAtOnce}`, ...files], {
    env: { ...process.env, ...env, NODE_ENV: 'test', FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('exit', (code) => resolve(code));
  });
  for await (const line of createInterface({ input: child.stdout })) reader.line(line);
  const code = await exited;
  const tally = reader.tally();
  if (code === 0 || tally.failed > 0) return tally;
  say(`✘ ava ended with ${code} though no test failed`);
  return { ...tally, failed: 1 };
};
