import { createHash } from 'node:crypto';

/** A number from 0 up to 1 that is always the same for the same words. */
export const draw = (...words: readonly (string | number)[]): number =>
  createHash('sha256').update(words.join('\u0001')).digest().readUIntBE(0, 6) / 2 ** 48;

/** A standard normal number from two draws (Box and Muller). */
export const drawNormal = (...words: readonly (string | number)[]): number =>
  Math.sqrt(-2 * Math.log(1 - draw(...words, 'radius'))) * Math.cos(2 * Math.PI * draw(...words, 'angle'));

/** Picks by weights. */
export const pick = (at: number, weights: Record<string, number>): string => {
  const all = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  let left = at * all;
  for (const [code, weight] of Object.entries(weights)) {
    left -= weight;
    if (left < 0) return code;
  }
  return Object.keys(weights).at(-1) ?? '';
};
