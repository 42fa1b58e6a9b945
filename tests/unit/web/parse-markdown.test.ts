import test from 'ava';
import { parseInline, parseMarkdown } from '../../../web/src/ui/parse-markdown.ts';

test('headings, paragraphs, lists and quotes are told apart', (t) => {
  const blocks = parseMarkdown(
    '## Frage\n\nErste Zeile\nzweite Zeile\n- eins\n- zwei\n  geht weiter\n1. erst\n2. dann\n> gesagt\n#### tief',
  );
  t.deepEqual(
    blocks.map((block) => (block.kind === 'list' ? `${block.ordered ? 'ol' : 'ul'}${block.items.length}` : block.kind)),
    ['heading', 'paragraph', 'ul2', 'ol2', 'quote', 'heading'],
  );
  t.deepEqual(blocks[1], { kind: 'paragraph', inline: [{ kind: 'text', text: 'Erste Zeile zweite Zeile' }] });
  t.like(blocks[2], { items: [[{ text: 'eins' }], [{ text: 'zwei geht weiter' }]] });
  t.like(blocks[5], { level: 3 });
});

test('stress and links inside a line', (t) => {
  t.deepEqual(parseInline('a **b** *c* `d` [e](/karte) [f](https://example.org/g)'), [
    { kind: 'text', text: 'a ' },
    { kind: 'strong', text: 'b' },
    { kind: 'text', text: ' ' },
    { kind: 'em', text: 'c' },
    { kind: 'text', text: ' ' },
    { kind: 'code', text: 'd' },
    { kind: 'text', text: ' ' },
    { kind: 'link', text: 'e', href: '/karte' },
    { kind: 'text', text: ' ' },
    { kind: 'link', text: 'f', href: 'https://example.org/g' },
  ]);
});

test('an underscore inside a word is no stress', (t) => {
  t.deepEqual(parseInline('Sie _können_ userTask_AntragPruefen_2 lesen'), [
    { kind: 'text', text: 'Sie ' },
    { kind: 'em', text: 'können' },
    { kind: 'text', text: ' userTask_AntragPruefen_2 lesen' },
  ]);
});

for (const text of [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '[x](//evil.example)',
  '[x](http://evil.example)',
  '[x](data:text/html,y)',
])
  test(`nothing but text: ${text}`, (t) =>
    t.deepEqual(
      parseInline(text).map((each) => each.kind),
      ['text'],
    ));
