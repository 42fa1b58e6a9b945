import test from 'ava';
import { citeNorm } from '../../../services/legal/index.ts';
import { parseQuery } from '../../../services/norms/parse-query.ts';

const known = (query: string): string[] => parseQuery(query).known.map(citeNorm);
const near = (query: string): string[] => parseQuery(query).near.map(citeNorm);

const asked: [query: string, expected: string[]][] = [
  ['18g', ['§ 18g AufenthG']],
  ['18G', ['§ 18g AufenthG']],
  ['§18g', ['§ 18g AufenthG']],
  [' §  18g ', ['§ 18g AufenthG']],
  ['§ 18g AufenthG', ['§ 18g AufenthG']],
  ['18g aufenthg', ['§ 18g AufenthG']],
  ['§ 18g Abs. 2', ['§ 18g Abs. 2 AufenthG']],
  ['18g abs 2', ['§ 18g Abs. 2 AufenthG']],
  ['§ 18g Absatz 2 Satz 1 AufenthG', ['§ 18g Abs. 2 AufenthG']],
  ['§18g(2) AufenthG', ['§ 18g Abs. 2 AufenthG']],
  ['§ 60a Abs. 2c', ['§ 60a Abs. 2c AufenthG']],
  ['§ 5 Abs. 1 Nr. 1a AufenthG', ['§ 5 Abs. 1 AufenthG']],
  ['Paragraph 24 VwVfG', ['§ 24 VwVfG']],
  ['§ 24 Verwaltungsverfahrensgesetz', ['§ 24 VwVfG']],
  ['§ 5 des Aufenthaltsgesetzes', ['§ 5 AufenthG']],
  ['Art. 6 GG', ['Art. 6 GG']],
  ['art 6 gg', ['Art. 6 GG']],
  ['Artikel 15 DSGVO', ['Art. 15 DSGVO']],
  ['§ 5 FreizügG/EU', ['§ 5 FreizügG/EU']],
  ['§ 42a sgb viii', ['§ 42a SGB VIII']],
  ['18 GG', ['Art. 18 GG']],
  ['§§ 60b bis 60d AufenthG', ['§ 60b AufenthG', '§ 60c AufenthG', '§ 60d AufenthG']],
  ['§ 18g und § 18b', ['§ 18g AufenthG', '§ 18b AufenthG']],
];
for (const [query, expected] of asked) test(`“${query}” asks for ${expected}`, (t) => t.deepEqual(known(query), expected));

test('what does not exist finds what is close, or the same number elsewhere', (t) => {
  t.deepEqual(known('§ 18x'), []);
  t.deepEqual(near('§ 18x').slice(0, 3), ['§ 18 AufenthG', '§ 18a AufenthG', '§ 18b AufenthG']);
  t.deepEqual(known('§ 200 AufenthG'), []);
  t.true(near('§ 200 AufenthG').length > 0);
  t.deepEqual(known('§ 5 GibtEsNichtG'), []);
  t.true(near('§ 5 GibtEsNichtG').includes('§ 5 AufenthG'));
  t.true(near('§ 24').includes('§ 24 VwVfG'), 'another law of the same number');
});

test('what names no section is not understood', (t) => {
  for (const query of ['Blaue Karte', '§', 'AufenthG', 'Abs. 2', '%', '<script>']) {
    t.false(parseQuery(query).understood, query);
    t.deepEqual(known(query), []);
  }
});
