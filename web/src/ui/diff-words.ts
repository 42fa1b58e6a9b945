import { diffArrays } from 'diff/lib/diff/array.js';

export type WordRun = { kind: 'same' | 'added' | 'removed'; text: string };

/** More words than this changed, and the texts are shown as replaced: nobody reads such a comparison word by word. */
const MOST_CHANGES = 1_000;

/** Words with the blanks behind them. */
const wordsOf = (text: string): string[] => text.match(/\S+\s*|\s+/g) ?? [];

/**
 * What changed between two texts, word by word. Leaving out `removed` gives the new text to the letter; leaving out `added` the old one, but for
 * blanks. Next to each other, what went stands before what came.
 */
export const diffWords = (old: string, fresh: string): WordRun[] => {
  const [before, after] = [wordsOf(old), wordsOf(fresh)];
  const comparator = (gone: string, come: string): boolean => gone.trim() === come.trim();
  const changes = diffArrays(before, after, { comparator, maxEditLength: MOST_CHANGES });
  if (!changes)
    return [
      { kind: 'removed', text: old },
      { kind: 'added', text: fresh },
    ];
  return changes.map(({ added, removed, value }) => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text: value.join('') }));
};
