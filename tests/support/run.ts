// npm test [-- --only unit,integration] [-- tests/unit/platform …]: checks, then each suite on its ground, then the sum.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { openGrounds } from './runner/grounds.ts';
import type { Tally } from './runner/read-tap.ts';
import { runSuite } from './runner/run-suite.ts';
import { sayWhereTimeWent, secondsFile, secondsSince } from './runner/seconds.ts';
import { filesOf, type Suite, suites } from './runner/suites.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const { values, positionals } = parseArgs({ allowPositionals: true, options: { only: { type: 'string' } } });
const only = values.only?.split(',');
const known = ['check', ...suites.map(({ name }) => name)];
const unknown = only?.find((name) => !known.includes(name));
if (unknown) throw new Error(`--only ${unknown}: there are ${known.join(', ')}`);

const parts: { name: string; seconds: number }[] = [];

/** A program that must end well counts as one test. */
const runProgram = (name: string, file: string): Tally => {
  say(`\n▶ ${name}`);
  const started = performance.now();
  const { status } = spawnSync(process.execPath, [file], { stdio: 'inherit' });
  parts.push({ name, seconds: secondsSince(started) });
  return status === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
};

const sum: Tally = { passed: 0, failed: 0, skipped: 0 };
const add = (tally: Tally): void => {
  for (const key of ['passed', 'failed', 'skipped'] as const) sum[key] += tally[key];
};

if (only ? only.includes('check') : positionals.length === 0) add(runProgram('check', '.config/check.ts'));
add(runProgram('web', '.config/build-web.ts'));

const grounds = await openGrounds();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    say('Stopping …');
    void grounds.clear().finally(() => process.exit(1));
  });
}

const run = async (suite: Suite, files: readonly string[]): Promise<void> => {
  const started = performance.now();
  say(`\n▶ ${suite.name} (${files.length} files)`);
  try {
    const env = await grounds.enter(suite.ground);
    if (suite.ground !== 'none') say(`  ${suite.ground} is up after ${secondsSince(started)} s`);
    const tally = await runSuite(suite, files, { ...env, TEST_SECONDS_FILE: secondsFile });
    add(tally);
    parts.push({ name: suite.name, seconds: secondsSince(started) });
    say(`  ${suite.name}: ${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped, ${secondsSince(started)} s`);
  } catch (error) {
    say(`  ✘ ${suite.name} could not run: ${(error as Error).message}`);
    add({ passed: 0, failed: 1, skipped: 0 });
  }
};

for (const suite of suites) {
  if (only && !only.includes(suite.name)) continue;
  const files = filesOf(suite, positionals);
  if (files.length > 0) await run(suite, files);
}
await grounds.leave();
sayWhereTimeWent(parts, say);

if (sum.passed + sum.failed === 0) {
  say('No test fits.');
  sum.failed = 1;
}
if (sum.skipped > 0) say(`\n${sum.skipped} skipped`);
say(`\n${sum.passed} passed, ${sum.failed} failed`);
process.exit(sum.failed > 0 ? 1 : 0);
