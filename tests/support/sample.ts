import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';

const isFull = process.env.TEST_FULL === '1';

/** TEST_SEED, else the commit: the same sources take the same sample, the next commit another one. */
const seed = ((): string => {
  if (process.env.TEST_SEED) return process.env.TEST_SEED;
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return 'lotse';
  }
})();

export type Sample = { points: number[]; says: string };

/**
 * Some of many like points, drawn by seed, in their order; those in `always` are among them. `npm test -- --full` takes all,
 * TEST_SEED=… draws the same again.
 */
export const sample = (points: readonly number[], count: number, always: (point: number) => boolean = () => false): Sample => {
  if (isFull || points.length <= count) return { points: [...points], says: `all ${points.length} points` };
  const rank = (point: number): string => createHash('sha256').update(`${seed} ${point}`).digest('hex');
  const drawn = points.filter((point) => !always(point)).toSorted((one, other) => (rank(one) < rank(other) ? -1 : 1));
  const taken = new Set([...points.filter(always), ...drawn].slice(0, Math.max(count, points.filter(always).length)));
  return {
    points: points.filter((point) => taken.has(point)),
    says: `${taken.size} of ${points.length} points, seed ${seed}: ${points.filter((point) => taken.has(point)).join(' ')}`,
  };
};
