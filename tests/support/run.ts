// npm test [-- --only unit,integration] [-- tests/unit/platform …] [-- --full]: checks and suites, each on its ground, then the sum.
import { parseArgs } from 'node:util';
import { clearGrounds } from './runner/grounds.ts';
import { runLane } from './runner/run-lane.ts';
import { runProgram } from './runner/run-program.ts';
import { sayCoverage } from './runner/say-coverage.ts';
import { sayWhereTimeWent } from './runner/seconds.ts';
import { piecesOf, shareWork } from './runner/share-work.ts';
import { filesOf, type Lane, suites } from './runner/suites.ts';
import { addTo, newTally, oneFailure, sayFailures } from './runner/tally.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const { values, positionals } = parseArgs({ allowPositionals: true, options: { only: { type: 'string' }, full: { type: 'boolean' } } });
const only = values.only?.split(',');
const known = ['check', ...suites.map(({ name }) => name), 'speed'];
const unknown = only?.find((name) => !known.includes(name));
if (unknown) throw new Error(`--only ${unknown}: there are ${known.join(', ')}`);
if (values.full) process.env.TEST_FULL = '1';

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    say('Stopping …');
    void clearGrounds().finally(() => process.exit(1));
  });
}

const sum = newTally();
await clearGrounds({ removeState: true });
// What browsers load is there before anything else begins; the rest of the run reads it.
await runProgram({ name: 'web', file: '.config/build-web.ts' }, sum, say);

const piecesIn = (lane: Lane) =>
  suites
    .filter((suite) => suite.lane === lane && (!only || only.includes(suite.name)))
    .flatMap((suite) => piecesOf({ suite, files: filesOf(suite, positionals) }));
const work = shareWork({ office: piecesIn('office'), beside: piecesIn('beside') });

const wants = (program: string): boolean => (only ? only.includes(program) : positionals.length === 0);
const beside = async (): Promise<void> => {
  if (wants('check')) await runProgram({ name: 'check', file: '.config/check.ts' }, sum, say);
  await runLane('beside', work, sum, say);
};
await Promise.all([runLane('office', work, sum, say), beside()]);
// What it says of the processor is true with nothing beside it.
if (wants('speed')) await runProgram({ name: 'speed', file: 'tests/bench/short/stays-fast.ts' }, sum, say);
sayWhereTimeWent(sum.parts, sum.lanes, say);
addTo(sum, sayCoverage(!only && positionals.length === 0, say));

if (sum.passed + sum.failed === 0) addTo(sum, oneFailure('No test fits.'));
sayFailures(sum.failures, say);
if (sum.skipped > 0) say(`\n${sum.skipped} skipped`);
say(`\n${sum.passed} passed, ${sum.failed} failed`);
process.exit(sum.failed > 0 ? 1 : 0);
