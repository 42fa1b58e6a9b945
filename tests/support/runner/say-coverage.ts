import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { coverageEnv, testFolder } from './grounds.ts';
import { type FileCoverage, readCoverage } from './read-coverage.ts';
import { oneFailure, type Tally } from './tally.ts';

/** Percent per file as this run found it, in the form of the floors: `cp` takes it over. */
const foundFile = join(testFolder, 'coverage.json');
const floorsFile = join(import.meta.dirname, '../../coverage.json');

type Floors = Record<string, number>;

const shown = 15;
const nothing: Tally = { passed: 0, failed: 0, skipped: 0, failures: [] };
/** What comes about by chance (a retry, a race) differs from run to run by so many lines, or by so many hundredths of a long file. */
const slack = { lines: 2, percent: 3 };

const mayLack = (lines: number): number => Math.max(slack.percent, (100 * slack.lines) / Math.max(lines, 1));

/** What of these runs depends on the machine: which Java and caches it has, whether its user is root. */
const byMachine = /^services\/embedded\//;

/** Files that have fallen below their floor, in words. One without a floor is new, and gets one when the floors are taken over. */
export const fallen = (found: readonly FileCoverage[], floors: Floors): string[] =>
  found.flatMap(({ file, lines, percent }) => {
    const floor = byMachine.test(file) ? undefined : floors[file];
    return floor !== undefined && percent < floor - mayLack(lines) ? [`${file}: ${percent} %, it had ${floor} %`] : [];
  });

const lowestFirst = (found: readonly FileCoverage[]): FileCoverage[] =>
  found.toSorted((one, other) => one.percent - other.percent || other.lines - one.lines);

/** Says the total and the files of which least has run; all are in coverage.json beside it. Of a whole run the floors are a test. */
export const sayCoverage = (isWhole: boolean, say: (line: string) => void): Tally => {
  if (globSync('*.json', { cwd: coverageEnv.TEST_COVERAGE_DIR }).length === 0) return nothing;
  const found = readCoverage(coverageEnv.TEST_COVERAGE_DIR);
  writeFileSync(foundFile, `${JSON.stringify(Object.fromEntries(found.map(({ file, percent }) => [file, percent])), null, 2)}\n`);
  const lines = found.reduce((sum, each) => sum + each.lines, 0);
  const ran = found.reduce((sum, each) => sum + each.ran, 0);
  say(
    `\nLines that ran: ${ran} of ${lines} (${((100 * ran) / Math.max(lines, 1)).toFixed(1)} %) in ${found.length} files; all in ${foundFile}`,
  );
  for (const { file, lines: of, percent } of lowestFirst(found).slice(0, shown))
    say(`  ${String(percent).padStart(5)} %  ${file} (${of} lines)`);
  if (!isWhole) return nothing;
  const below = fallen(found, JSON.parse(readFileSync(floorsFile, 'utf8')) as Floors);
  return below.length === 0 ? { ...nothing, passed: 1 } : oneFailure('✘ coverage: less of these files runs than before', ...below);
};
