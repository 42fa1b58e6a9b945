export type WordRun = { kind: 'same' | 'added' | 'removed'; text: string };

/** Beyond this the middle is shown as replaced: comparing takes the product of both lengths. */
const MOST_CELLS = 1_000_000;

/** Words with the blanks behind them. */
const wordsOf = (text: string): string[] => text.match(/\S+\s*|\s+/g) ?? [];

const bare = (word: string | undefined): string | undefined => word?.trim();

/** `lengths[i][j]`: how many words the rest of `before` from i and of `after` from j have in common, in order. */
const commonLengths = (before: string[], after: string[]): Uint32Array[] => {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i -= 1) {
    const [row, below] = [lengths[i] as Uint32Array, lengths[i + 1] as Uint32Array];
    for (let j = after.length - 1; j >= 0; j -= 1)
      row[j] = bare(before[i]) === bare(after[j]) ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
  }
  return lengths;
};

/**
 * What changed between two texts, word by word. Leaving out `removed` gives the new text to the letter; leaving out `added` the old one, but for
 * blanks. Next to each other, what went stands before what came.
 */
export const diffWords = (old: string, fresh: string): WordRun[] => {
  const [before, after] = [wordsOf(old), wordsOf(fresh)];
  const runs: WordRun[] = [];
  let pending: string[] = [];
  const add = (kind: WordRun['kind'], text: string): void => {
    const last = runs.at(-1);
    if (last?.kind === kind) last.text += text;
    else runs.push({ kind, text });
  };
  let added: string[] = [];
  const settle = (): void => {
    if (pending.length > 0) add('removed', pending.join(''));
    if (added.length > 0) add('added', added.join(''));
    [pending, added] = [[], []];
  };
  const tooLong = before.length * after.length > MOST_CELLS;
  const lengths = tooLong ? [] : commonLengths(before, after);
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [gone, come] = [before[i], after[j]];
    if (gone !== undefined && come !== undefined && bare(gone) === bare(come)) {
      settle();
      add('same', come);
      i += 1;
      j += 1;
    } else if (gone !== undefined && (come === undefined || tooLong || (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))) {
      pending.push(gone);
      i += 1;
    } else {
      added.push(come ?? '');
      j += 1;
    }
  }
  settle();
  return runs;
};
