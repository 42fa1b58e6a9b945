import { isDeepStrictEqual } from 'node:util';
import type { LetterBlock } from './render-letter.ts';

export type BlockChange =
  | { kind: 'same'; after: LetterBlock }
  | { kind: 'added'; after: LetterBlock }
  | { kind: 'removed'; before: LetterBlock }
  | { kind: 'changed'; before: LetterBlock; after: LetterBlock };

/** `lengths[i][j]`: how many blocks the rest of `before` from i and the rest of `after` from j have in common, in order. */
const commonLengths = (before: readonly LetterBlock[], after: readonly LetterBlock[]): number[][] => {
  const lengths = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const row = lengths[i] as number[];
      const below = lengths[i + 1] as number[];
      row[j] = isDeepStrictEqual(before[i], after[j]) ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
};

/** Between two blocks that stayed: what went and what came, paired in order where it is of one kind. */
const pair = (removed: LetterBlock[], added: LetterBlock[]): BlockChange[] => {
  const changes: BlockChange[] = [];
  let next = 0;
  for (const before of removed) {
    const found = added.findIndex((each, index) => index >= next && each.kind === before.kind);
    if (found < 0) {
      changes.push({ kind: 'removed', before });
      continue;
    }
    for (const each of added.slice(next, found)) changes.push({ kind: 'added', after: each });
    changes.push({ kind: 'changed', before, after: added[found] as LetterBlock });
    next = found + 1;
  }
  for (const each of added.slice(next)) changes.push({ kind: 'added', after: each });
  return changes;
};

/**
 * What has changed between two drafts of a letter, block by block in the order of the new one. A second look is then about these blocks only.
 * Leaving out `added` and taking `before` gives the old draft, leaving out `removed` and taking `after` the new one.
 */
export const diffBlocks = (before: readonly LetterBlock[], after: readonly LetterBlock[]): BlockChange[] => {
  const lengths = commonLengths(before, after);
  const changes: BlockChange[] = [];
  let [removed, added]: [LetterBlock[], LetterBlock[]] = [[], []];
  const flush = (): void => {
    changes.push(...pair(removed, added));
    [removed, added] = [[], []];
  };
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [old, fresh] = [before[i], after[j]];
    if (old && fresh && isDeepStrictEqual(old, fresh)) {
      flush();
      changes.push({ kind: 'same', after: fresh });
      i += 1;
      j += 1;
    } else if (fresh && (!old || (lengths[i]?.[j + 1] ?? 0) >= (lengths[i + 1]?.[j] ?? 0))) {
      added.push(fresh);
      j += 1;
    } else if (old) {
      removed.push(old);
      i += 1;
    }
  }
  flush();
  return changes;
};

export const countChanges = (changes: readonly BlockChange[]): number => changes.filter((change) => change.kind !== 'same').length;
