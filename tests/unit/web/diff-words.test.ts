import test from 'ava';
import { diffWords } from '../../../web/src/ui/diff-words.ts';

const shown = (old: string, fresh: string): string =>
  diffWords(old, fresh)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `[+${text}]` : `[-${text}]`))
    .join('');
const without = (kind: string, old: string, fresh: string): string =>
  diffWords(old, fresh)
    .filter((run) => run.kind !== kind)
    .map(({ text }) => text)
    .join('');

test('a changed word stands beside the one it replaces, the rest stays', (t) => {
  t.is(shown('Sie haben einen Pass.', 'Sie haben keinen Pass.'), 'Sie haben [-einen ][+keinen ]Pass.');
});

test('words at the beginning and at the end', (t) => {
  t.is(shown('Das Gehalt reicht.', 'Auch das Gehalt reicht nicht.'), '[-Das ][+Auch das ]Gehalt [-reicht.][+reicht nicht.]');
});

test('the same text is one run, an empty one none', (t) => {
  t.deepEqual(diffWords('Ein Satz.\n\nNoch einer.', 'Ein Satz.\n\nNoch einer.'), [{ kind: 'same', text: 'Ein Satz.\n\nNoch einer.' }]);
  t.deepEqual(diffWords('', ''), []);
  t.is(shown('', 'Neu.'), '[+Neu.]');
  t.is(shown('Alt.', ''), '[-Alt.]');
});

test('leaving out one side gives the other, whatever the texts', (t) => {
  const words = ['der', 'Antrag', 'wird', 'nicht', 'abgelehnt.', 'Gründe', '§ 18b'];
  let seed = 7;
  const draw = (): string => {
    seed = (seed * 16_807) % 2_147_483_647;
    return words[seed % words.length] ?? '';
  };
  for (let round = 0; round < 200; round += 1) {
    const make = (): string => Array.from({ length: 1 + (round % 17) }, draw).join(' ');
    const [old, fresh] = [make(), make()];
    t.is(without('removed', old, fresh), fresh);
    t.is(without('added', old, fresh).replace(/\s/g, ''), old.replace(/\s/g, ''));
  }
});

test('texts too long to compare word by word are still shown whole', (t) => {
  const long = (word: string): string => Array.from({ length: 1_500 }, (_, at) => `${word}${at}`).join(' ');
  t.is(without('removed', long('alt'), long('neu')), long('neu'));
});
