export type Spread = { count: number; p50: number; p95: number; p99: number };

/** The smallest sample that at least `share` of all samples do not exceed (nearest rank). */
const rank = (sorted: readonly number[], share: number): number => sorted[Math.max(Math.ceil(share * sorted.length) - 1, 0)] ?? Number.NaN;

export const spread = (samples: readonly number[]): Spread => {
  const sorted = samples.toSorted((a, b) => a - b);
  return { count: sorted.length, p50: rank(sorted, 0.5), p95: rank(sorted, 0.95), p99: rank(sorted, 0.99) };
};

export const median = (samples: readonly number[]): number => spread(samples).p50;
