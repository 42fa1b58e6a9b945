export type Tally = { passed: number; failed: number; skipped: number };

/** The sum of a run, and the seconds of its parts in the order they ended. */
export type Sum = Tally & { parts: { name: string; seconds: number }[] };

export const newTally = (): Sum => ({ passed: 0, failed: 0, skipped: 0, parts: [] });

export const addTo = (sum: Sum, { passed, failed, skipped }: Tally): void => {
  sum.passed += passed;
  sum.failed += failed;
  sum.skipped += skipped;
};
