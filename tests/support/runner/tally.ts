/** What failed, as a person reads it: the test's name, then what it said. */
export type Failure = readonly string[];

export type Tally = { passed: number; failed: number; skipped: number; failures: readonly Failure[] };

type Took = { name: string; seconds: number };

/** The sum of a run, and the seconds of its parts and lanes in the order they ended. */
export type Sum = Tally & { failures: Failure[]; parts: Took[]; lanes: Took[] };

export const newTally = (): Sum => ({ passed: 0, failed: 0, skipped: 0, failures: [], parts: [], lanes: [] });

/** One thing that failed as a whole. */
export const oneFailure = (...failure: string[]): Tally => ({ passed: 0, failed: 1, skipped: 0, failures: [failure] });

export const addTo = (sum: Sum, { passed, failed, skipped, failures }: Tally): void => {
  sum.passed += passed;
  sum.failed += failed;
  sum.skipped += skipped;
  sum.failures.push(...failures);
};

const linesOfOne = 40;

/** All that failed, once more and together: of a long run often only the end is kept. */
export const sayFailures = (failures: readonly Failure[], say: (line: string) => void): void => {
  for (const failure of failures) {
    say('');
    for (const line of failure.slice(0, linesOfOne)) say(line);
    if (failure.length > linesOfOne) say(`  … and ${failure.length - linesOfOne} more lines above`);
  }
};
