import { isDeepStrictEqual } from 'node:util';
import { diffArrays } from 'diff';
import type { LetterBlock } from './render-letter.ts';

export type BlockChange =
  | { kind: 'same'; after: LetterBlock }
  | { kind: 'added'; after: LetterBlock }
  | { kind: 'removed'; before: LetterBlock }
  | { kind: 'changed'; before: LetterBlock; after: LetterBlock };

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
  const changes: BlockChange[] = [];
  let removed: LetterBlock[] = [];
  for (const part of diffArrays([...before], [...after], { comparator: isDeepStrictEqual })) {
    if (part.removed) {
      removed = part.value;
      continue;
    }
    changes.push(...pair(removed, part.added ? part.value : []));
    removed = [];
    if (!part.added) changes.push(...part.value.map((same): BlockChange => ({ kind: 'same', after: same })));
  }
  changes.push(...pair(removed, []));
  return changes;
};

export const countChanges = (changes: readonly BlockChange[]): number => changes.filter((change) => change.kind !== 'same').length;
