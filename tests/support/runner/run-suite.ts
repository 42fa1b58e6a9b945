import { warningsOf } from './office-warnings.ts';
import { readTap } from './read-tap.ts';
import { runChild } from './run-child.ts';
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
  const reader = readTap(say, warningsOf(env.TEST_LOTSE_DATA_DIR));
  const args = [ava, '--tap', `--timeout=${suite.timeout}`, `--concurrency=${suite.filesAtOnce}`, ...files];
  const code = await runChild(args, (line) => reader.line(line), { ...process.env, ...env, NODE_ENV: 'test', FORCE_COLOR: '0' });
  const tally = reader.tally();
  if (code === 0 || tally.failed > 0) return tally;
  const fault = `✘ ${suite.name}: ava ended with ${code} though no test failed`;
  say(fault);
  return { ...tally, failed: 1, failures: [[fault]] };
};
