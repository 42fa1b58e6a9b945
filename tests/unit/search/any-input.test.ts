import test from 'ava';
import fc from 'fast-check';
import { askKeys, CLOSENESSES, toTsquery } from '../../../services/search/ask-keys.ts';
import { closestFirst, identifies } from '../../../services/search/closeness.ts';
import { nameKeys } from '../../../services/search/name-keys.ts';
import { marksOf } from '../../../services/search/person-marks.ts';
import { MOST_TYPED, readQuery } from '../../../services/search/read-query.ts';
import { workedMs } from '../../support/worked.ts';
import { findsName } from './finds.ts';

/** Whatever somebody pastes into the search box is read, fast, into something the database takes. */
const MOST_MS = 400;
/** PostgreSQL's: a word of a tsvector, and room in one search. */
const MOST_BYTES_OF_KEY = 2046;
const MOST_BYTES = 200_000;

const scripts = [
  ...[
    'a',
    'ä',
    'X',
    'ß',
    'İ',
    'ı',
    'ﬃ',
    'ﷺ',
    'ΐ',
    'щ',
    'ψ',
    'ض',
    'ج',
    'و',
    'ي',
    'ß',
    '漢',
    '👩‍👩‍👧',
    '\u0301',
    '\u0000',
    '\ud800',
    '٣',
    '½',
  ],
  ...[
    "'",
    '’',
    '-',
    '\\',
    '%',
    '_',
    '<',
    '@',
    '.',
    ',',
    ':',
    '*',
    '&',
    '|',
    '!',
    '(',
    ')',
    '"',
    ' ',
    '\t',
    '\n',
    '0',
    '1',
    '19',
    '4.5.',
    'Az. ',
  ],
];
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 3_000 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.array(fc.constantFrom(...scripts), { maxLength: 400 }).map((parts) => parts.join('')),
  fc.tuple(fc.constantFrom(...scripts), fc.integer({ min: 1, max: 5_000 })).map(([sign, times]) => sign.repeat(times)),
  fc.tuple(fc.constantFrom(...scripts), fc.constantFrom(...scripts), fc.nat(2_000)).map(([a, b, times]) => `${a}${b} `.repeat(times)),
);

const bytes = (of: string): number => Buffer.byteLength(of);
const isKey = (key: string): boolean => key !== '' && !key.includes('\0') && bytes(key) <= MOST_BYTES_OF_KEY && key.isWellFormed();

test('any text is read, within time and length, into keys the database takes', (t) => {
  let slowest = 0;
  fc.assert(
    fc.property(text, (typed) => {
      const before = workedMs();
      const { people } = readQuery(typed);
      const asked = CLOSENESSES.map((closeness) => askKeys(people, closeness));
      const candidate = {
        personId: '1',
        born: '1990-05-04',
        names: [{ familienname: 'Müller-Łukasz', vornamen: 'Анна Γεωργία محمد' }],
      };
      closestFirst(people, [candidate]);
      identifies(people, candidate);
      slowest = Math.max(slowest, workedMs() - before);
      const keys = asked.flat(3).map(({ key }) => key);
      return (
        keys.every(isKey) &&
        asked.every((ways) => ways.every((parts) => parts.length > 0 && parts.every((any) => any.length > 0))) &&
        asked.every((ways) => bytes(toTsquery(ways)) <= MOST_BYTES)
      );
    }),
    { numRuns: 600 },
  );
  t.true(slowest < MOST_MS, `the slowest took ${slowest} ms`);
});

test('any name and any number make keys the database takes', (t) => {
  fc.assert(
    fc.property(text, text, text, (familienname, vornamen, number) =>
      [
        ...nameKeys([
          {
            familienname: familienname.slice(0, 200),
            vornamen: vornamen.slice(0, 200),
          },
        ]),
        ...marksOf({
          geburtsdatum: '1990-05-04',
          passNummer: number.slice(0, 100),
          telefon: number.slice(0, 100),
        }),
      ].every((key) => key !== '' && bytes(key) <= MOST_BYTES_OF_KEY),
    ),
    { numRuns: 200 },
  );
  t.pass();
});

test('a name of any letters on earth is found by itself', (t) => {
  const letter = fc
    .string({ unit: 'binary', minLength: 1, maxLength: 1 })
    .filter((sign) => /^\p{L}$/u.test(sign) && sign.normalize('NFKC') === sign);
  const word = fc.array(letter, { minLength: 1, maxLength: 12 }).map((letters) => letters.join(''));
  fc.assert(
    fc.property(word, word, (familienname, vornamen) => findsName(`${vornamen} ${familienname}`, { familienname, vornamen }, 'words')),
    { numRuns: 200 },
  );
  t.pass();
});

test('what is behind the longest text a search reads changes nothing', (t) => {
  fc.assert(
    fc.property(text, (more) => {
      const typed = 'Müller '.padEnd(MOST_TYPED, 'x');
      t.deepEqual(readQuery(typed + more), readQuery(typed));
    }),
    { numRuns: 50 },
  );
});
