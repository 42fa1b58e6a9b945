import test from 'ava';
import fc from 'fast-check';
import { isBlank, visibleLength, visibleText } from '../../../services/typed/visible-text.ts';

const unseen = [
  '\u200b',
  '\u200d',
  '\u2060',
  '\ufeff',
  '\u00ad',
  '\u200e',
  '\u202e',
  '\u3164',
  '\u2800',
  '\u00a0',
  '\u3000',
  '\t',
  '\n',
  '\u0301',
  '\ufe0f',
  '\u0000',
];

test('what nobody can see is no answer', (t) => {
  for (const each of ['', ...unseen, '     ', ' \u200b\u00a0']) t.true(isBlank(each), JSON.stringify(each));
  fc.assert(fc.property(fc.array(fc.constantFrom(...unseen, ' ')), (signs) => isBlank(signs.join(''))));
  for (const each of ['x', '–', '😀', 'أ', '中']) t.false(isBlank(each), each);
});

test('only what can be seen counts as length', (t) => {
  t.is(visibleLength('\u200b'.repeat(25)), 0);
  t.is(visibleLength(`a${' '.repeat(25)}b`), 3);
  t.is(visibleLength('  ja  '), 2);
  t.is(visibleLength('😀'), 1);
  fc.assert(
    fc.property(
      fc.stringMatching(/^[a-z]{1,20}$/),
      fc.array(fc.constantFrom('\u200b', '\u2060', '\u00ad')),
      (word, signs) => visibleText([...word].join(signs.join(''))) === word,
    ),
  );
});
