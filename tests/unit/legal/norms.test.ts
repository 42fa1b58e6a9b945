import test from 'ava';
import { findUnknownNorms, readNorms } from '../../../services/legal/norms.ts';
import { parseCitations } from '../../../services/legal/parse-citations.ts';

const read = (text: string): string[] => parseCitations(text).map(({ section, law }) => `${section}${law ? ` ${law}` : ''}`);

const citations: [text: string, expected: string[]][] = [
  ['§ 39 VwVfG', ['39 VwVfG']],
  ['§§ 60a Abs. 1, 2, 2c, 60b bis 60d AufenthG, § 39 VwVfG', ['60a AufenthG', '60b AufenthG', '60d AufenthG', '39 VwVfG']],
  ['§§ 60a Abs. 2, 5, 5b, 6, 60b Abs. 5, 61, 83 Abs. 2 AufenthG', ['60a AufenthG', '60b AufenthG', '61 AufenthG', '83 AufenthG']],
  ['§§ 7 Abs. 2, 18 Abs. 4, 26 Abs. 1 AufenthG', ['7 AufenthG', '18 AufenthG', '26 AufenthG']],
  ['§§ 9, 9a, 18c, 28 Abs. 2, 35 AufenthG', ['9 AufenthG', '9a AufenthG', '18c AufenthG', '28 AufenthG', '35 AufenthG']],
  ['§ 81 Abs. 3 bis 5a, 7 AufenthG', ['81 AufenthG']],
  ['§ 82 Abs. 6, § 4a Abs. 5 AufenthG', ['82 AufenthG', '4a AufenthG']],
  ['§ 82 Absatz 1 und 3 Aufenthaltsgesetz', ['82 Aufenthaltsgesetz']],
  ['§ 68 bis § 73 Verwaltungsgerichtsordnung', ['68 Verwaltungsgerichtsordnung', '73 Verwaltungsgerichtsordnung']],
  ['nach § 60a des Aufenthaltsgesetzes wird', ['60a Aufenthaltsgesetzes']],
  ['§ 5 Abs. 1 Nr. 1a AufenthG', ['5 AufenthG']],
  ['(§ 83 Abs. 2). Gut gelöst: 3 Sätze', ['83']],
  ['§ 29 VwVfG, Art. 15 DSGVO', ['29 VwVfG', '15 DSGVO']],
  ['Art. 3 UN-Kinderrechtskonvention; die Art der Zustellung', ['3 UN-Kinderrechtskonvention']],
  ['§§ 53 bis 56, 73 AufenthG, § 42a SGB VIII', ['53 AufenthG', '56 AufenthG', '73 AufenthG', '42a SGB VIII']],
  ['§18g(1)S1 AufenthG', ['18g AufenthG']],
  ['§ 5 FreizügG/EU', ['5 FreizügG/EU']],
  ['Nach § 60c dauert es 3 Jahre', ['60c']],
  ['§ {{paragraf}} und sonst nichts', []],
];

for (const [text, expected] of citations) test(`reads ${text}`, (t) => t.deepEqual(read(text), expected));

test('a section or a law that does not exist is named', (t) => {
  t.deepEqual(findUnknownNorms('§ 60a Abs. 2 AufenthG, § 42 BeschV'), ['Die Norm § 42 BeschV gibt es nicht (processes/normen.json).']);
  t.deepEqual(findUnknownNorms('§§ 60a, 60x AufenthG'), ['Die Norm § 60x AufenthG gibt es nicht (processes/normen.json).']);
  t.deepEqual(findUnknownNorms('§ 3 GibtEsNichtG'), [
    'Das Gesetz „GibtEsNichtG“ steht nicht im Verzeichnis der Normen (processes/normen.json).',
  ]);
  t.deepEqual(findUnknownNorms('Art. 400 GG'), ['Die Norm Art. 400 GG gibt es nicht (processes/normen.json).']);
});

test('without a law the AufenthG is meant', (t) => {
  t.deepEqual(findUnknownNorms('siehe § 60d'), []);
  t.deepEqual(findUnknownNorms('siehe § 60e'), ['Die Norm § 60e AufenthG gibt es nicht (processes/normen.json).']);
});

test('the fixture names each section of a law once', (t) => {
  for (const [law, sections] of Object.entries(readNorms())) t.is(new Set(sections).size, sections.length, law);
});
