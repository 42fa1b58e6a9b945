import test from 'ava';
import { citeNorm, listNamedNorms } from '../../../services/legal/index.ts';

const read = (text: string): string[] =>
  listNamedNorms(text).map(
    ({ law, section, paragraphs }) => `${section}${paragraphs.length > 0 ? `(${paragraphs.join(',')})` : ''} ${law}`,
  );

const texts: [text: string, expected: string[]][] = [
  ['§ 18g Abs. 2 AufenthG', ['18g(2) AufenthG']],
  ['§ 18g', ['18g AufenthG']],
  ['§18g(1)S1 AufenthG', ['18g(1) AufenthG']],
  ['§§ 60a Abs. 1, 2, 2c, 60b bis 60d AufenthG', ['60a(1,2,2c) AufenthG', '60b AufenthG', '60c AufenthG', '60d AufenthG']],
  ['§ 81 Abs. 3 bis 5a, 7 AufenthG', ['81(3,4,5,5a,7) AufenthG']],
  ['§ 5 Abs. 1 Nr. 1a, 2 AufenthG', ['5(1) AufenthG']],
  ['§ 82 Absatz 1 und 3 Aufenthaltsgesetz', ['82(1,3) AufenthG']],
  ['§ 68 bis § 70 Verwaltungsgerichtsordnung', ['68 VwGO', '69 VwGO', '70 VwGO']],
  ['nach Art. 6 Abs. 1 des Grundgesetzes', ['6(1) GG']],
  ['AUSBILDUNG_60C und 3 Jahre', []],
];
for (const [text, expected] of texts) test(`names in: ${text}`, (t) => t.deepEqual(read(text), expected));

test('a citation stands where it stands, and is cited as people write it', (t) => {
  const text = 'Prüfen Sie § 18g Abs. 2 AufenthG genau.';
  const [found] = listNamedNorms(text);
  t.is(text.slice(found?.start, found?.end), '§ 18g Abs. 2 AufenthG');
  t.is(citeNorm({ law: 'AufenthG', section: '18g', paragraph: '2' }), '§ 18g Abs. 2 AufenthG');
  t.is(citeNorm({ law: 'GG', section: '6' }), 'Art. 6 GG');
});
