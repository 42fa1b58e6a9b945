import test from 'ava';
import { snippet } from '../../../services/norms/snippet.ts';

test('a short text stays whole, a long one is cut at words around its citation', (t) => {
  t.is(snippet('  Nach § 18g\n AufenthG.', { start: 7, end: 22 }), 'Nach § 18g AufenthG.');
  const text = `${'Wort '.repeat(80)}§ 18g AufenthG${' Satz'.repeat(80)}`;
  const start = text.indexOf('§');
  const cut = snippet(text, { start, end: start + 14 });
  t.true(cut.length < 240);
  t.regex(cut, /^…\u00a0(?:Wort )+§ 18g AufenthG(?: Satz)+\u00a0…$/);
});
