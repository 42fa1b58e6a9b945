import test from 'ava';
import { countChanges, diffBlocks } from '../../../services/letters/diff-blocks.ts';
import type { LetterBlock } from '../../../services/letters/render-letter.ts';

const p = (text: string): LetterBlock => ({ kind: 'absatz', text });
const h = (text: string): LetterBlock => ({ kind: 'ueberschrift', text });
const list = (...items: string[]): LetterBlock => ({ kind: 'liste', items });
const kinds = (before: LetterBlock[], after: LetterBlock[]): string[] => diffBlocks(before, after).map((change) => change.kind);

test('the same draft has not changed', (t) => {
  const blocks = [h('Warum'), p('Weil.'), list('a', 'b')];
  t.deepEqual(kinds(blocks, structuredClone(blocks)), ['same', 'same', 'same']);
  t.is(countChanges(diffBlocks(blocks, blocks)), 0);
});

test('a paragraph written anew is one change, with both wordings', (t) => {
  const changes = diffBlocks([h('Warum'), p('Weil.'), p('Gruß')], [h('Warum'), p('Weil § 5 es sagt.'), p('Gruß')]);
  t.deepEqual(changes[1], { kind: 'changed', before: p('Weil.'), after: p('Weil § 5 es sagt.') });
  t.is(countChanges(changes), 1);
});

test('blocks that came or went stand where they stood', (t) => {
  t.deepEqual(kinds([h('A'), p('x')], [h('A'), p('neu'), p('x')]), ['same', 'added', 'same']);
  t.deepEqual(kinds([h('A'), p('alt'), p('x')], [h('A'), p('x')]), ['same', 'removed', 'same']);
  t.deepEqual(kinds([], [p('x')]), ['added']);
  t.deepEqual(kinds([p('x')], []), ['removed']);
});

test('a headline and a paragraph are not a changed block', (t) => {
  t.deepEqual(kinds([h('A')], [p('A')]).sort(), ['added', 'removed']);
});

test('a list with another item has changed', (t) => {
  t.deepEqual(kinds([list('a', 'b')], [list('a', 'c')]), ['changed']);
});

test('both drafts can be put together again from the changes', (t) => {
  let seed = 7;
  const draw = (most: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % most;
  };
  const draft = (): LetterBlock[] => Array.from({ length: draw(7) }, () => (draw(3) === 0 ? h(`H${draw(3)}`) : p(`P${draw(4)}`)));
  for (let n = 0; n < 2_000; n += 1) {
    const [before, after] = [draft(), draft()];
    const changes = diffBlocks(before, after);
    t.deepEqual(
      changes.flatMap((change) => (change.kind === 'same' ? [change.after] : 'before' in change ? [change.before] : [])),
      before,
    );
    t.deepEqual(
      changes.flatMap((change) => ('after' in change ? [change.after] : [])),
      after,
    );
  }
});
