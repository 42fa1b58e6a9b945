import test from 'ava';
import fc from 'fast-check';
import { isOneSlip, slipKeys } from '../../../services/search/one-slip.ts';

const word = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'abc'), minLength: 4, maxLength: 9 }),
  fc.string({ minLength: 6, maxLength: 30 }),
);

/** A word and what one slip of the pen makes of it. */
const slipped = fc
  .tuple(word, fc.nat(), fc.constantFrom(...'abcßé'), fc.constantFrom('add', 'lose', 'exchange', 'swap', 'nothing'))
  .map(([right, place, letter, slip]): [string, string] => {
    const at = place % (right.length || 1);
    const [before, after] = [right.slice(0, at), right.slice(at)];
    const wrong = {
      add: before + letter + after,
      lose: before + after.slice(1),
      exchange: before + letter + after.slice(1),
      swap: before + after.slice(1, 2) + after.slice(0, 1) + after.slice(2),
      nothing: right,
    };
    return [right, wrong[slip]];
  });

const share = (a: string, b: string): boolean => slipKeys(a).some((key) => slipKeys(b).includes(key));

test('a letter added, lost, exchanged or swapped with its neighbour is one slip, in words that are long enough', (t) => {
  for (const wrong of ['schmidtt', 'scmidt', 'schmidd', 'shcmidt', 'schmidt']) t.true(isOneSlip('schmidt', wrong), wrong);
  for (const other of ['schmied', 'smidt', 'schmidtke', 'mschidt']) t.false(isOneSlip('schmidt', other), other);
  t.false(isOneSlip('kimli', 'kimla'));
  t.deepEqual(slipKeys('kimli'), []);
});

test('whatever one slip makes of a word has a key in common with it', (t) => {
  fc.assert(fc.property(slipped, ([a, b]) => !isOneSlip(a, b) || (share(a, b) && share(b, a))));
  fc.assert(fc.property(word, word, (a, b) => !isOneSlip(a, b) || share(a, b)));
  t.pass();
});
