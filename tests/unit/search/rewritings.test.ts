import test from 'ava';
import fc from 'fast-check';
import type { WrittenName } from '../../../services/search/name-keys.ts';
import { arabicWord, cyrillicWord, greekWord, latinWord } from './any-name.ts';
import { findsName } from './finds.ts';

/** Whatever a person's name is, whoever writes it another usual way finds them; and nobody finds them by a name that is not theirs. */

/** One word as another clerk, keyboard, passport or register writes it. */
const REWRITINGS: Record<string, (text: string) => string> = {
  'small letters': (text) => text.toLowerCase(),
  capitals: (text) => text.toUpperCase(),
  'Turkish capitals': (text) => text.toLocaleUpperCase('tr'),
  'umlauts as two letters': (text) =>
    text.replace(/[äöüßøæœåđ]/gi, (letter) => {
      const two: Record<string, string> = {
        ä: 'ae',
        ö: 'oe',
        ü: 'ue',
        ß: 'ss',
        ø: 'oe',
        æ: 'ae',
        œ: 'oe',
        å: 'aa',
        đ: 'dj',
      };
      return two[letter.toLowerCase()] ?? letter;
    }),
  'letters without marks': (text) =>
    text
      .replace(/[ßıłđøæœ]/gi, (letter) => {
        const one: Record<string, string> = {
          ß: 'ss',
          ı: 'i',
          ł: 'l',
          đ: 'd',
          ø: 'o',
          æ: 'ae',
          œ: 'oe',
        };
        return one[letter.toLowerCase()] ?? letter;
      })
      .normalize('NFD')
      .replace(/\p{M}/gu, ''),
  decomposed: (text) => text.normalize('NFD'),
  'nothing between parts': (text) => text.replace(/['’-]/g, ''),
  'blanks between parts': (text) => text.replace(/['’-]/g, ' '),
  'another apostrophe and hyphen': (text) => text.replace(/['’]/g, '`').replaceAll('-', '‑'),
};

const rewriting = fc.uniqueArray(fc.constantFrom(...Object.keys(REWRITINGS)), {
  minLength: 1,
  maxLength: 3,
});
const rewrite = (text: string, ways: readonly string[]): string => ways.reduce((sum, way) => REWRITINGS[way]?.(sum) ?? sum, text);

const part = fc.oneof(
  { weight: 4, arbitrary: latinWord },
  {
    weight: 1,
    arbitrary: fc.tuple(latinWord, fc.constantFrom('-', "'", '’'), latinWord).map((each) => each.join('')),
  },
);
const name: fc.Arbitrary<{ familienname: string; given: string[] }> = fc.record({
  familienname: part,
  given: fc.array(part, { minLength: 1, maxLength: 3 }),
});

const stored = ({ familienname, given }: { familienname: string; given: string[] }): WrittenName => ({
  familienname,
  vornamen: given.join(' '),
});

test('a Latin name is found in every rewriting, in any order of its words, with middle names missing', (t) => {
  fc.assert(
    fc.property(name, rewriting, fc.boolean(), fc.nat(), (whose, ways, familyFirst, kept) => {
      const given = whose.given.filter((_, index) => index === kept % whose.given.length || kept % 2 === 0);
      const typed = (familyFirst ? [whose.familienname, ...given] : [...given.toReversed(), whose.familienname]).join(
        familyFirst ? ', ' : ' ',
      );
      return findsName(rewrite(typed, ways), stored(whose));
    }),
    { numRuns: 600 },
  );
  t.pass();
});

for (const [script, word] of [
  ['Cyrillic', cyrillicWord],
  ['Greek', greekWord],
  ['Arabic', arabicWord],
] as const)
  test(`a name in ${script} letters is found as its passport writes it, and the other way round`, (t) => {
    fc.assert(
      fc.property(word, word, fc.boolean(), fc.boolean(), (family, given, own, turned) => {
        const [kept, typed] = own ? (['own', 'latin'] as const) : (['latin', 'own'] as const);
        const whose = { familienname: family[kept], vornamen: given[kept] };
        const words = [family[typed], given[typed]];
        const asked = (turned ? words.toReversed() : words).join(' ');
        return findsName(asked, whose) && findsName(asked.toUpperCase(), whose) && findsName(family[kept], whose);
      }),
      { numRuns: 300 },
    );
    t.pass();
  });

/** Consonants of one sound class each; no class is in both. */
const wordOf = (consonants: string): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(fc.constantFrom(...consonants), fc.constantFrom(...'aiou')), { minLength: 3, maxLength: 5 })
    .map((syllables) => syllables.flat().join(''));

test('a name that is not theirs finds nobody', (t) => {
  fc.assert(
    fc.property(wordOf('bmrt'), wordOf('bmrt'), wordOf('klns'), rewriting, (familienname, vornamen, other, ways) => {
      const whose = { familienname, vornamen };
      return (
        !findsName(rewrite(other, ways), whose) &&
        !findsName(`${other} ${vornamen}`, whose) &&
        !findsName(`${familienname} ${vornamen} ${other}`, whose)
      );
    }),
    { numRuns: 300 },
  );
  t.pass();
});

test('one more, one less, or one other name is no other person’s whole name', (t) => {
  fc.assert(
    fc.property(wordOf('bmrt'), wordOf('bmrt'), wordOf('klns'), (familienname, vornamen, other) => {
      const whose = { familienname, vornamen };
      return (
        findsName(`${vornamen} ${familienname}`, whose, 'whole') &&
        !findsName(familienname, whose, 'whole') &&
        !findsName(`${vornamen} ${familienname} ${other}`, whose, 'whole') &&
        !findsName(`${other} ${familienname}`, whose, 'whole')
      );
    }),
    { numRuns: 200 },
  );
  t.pass();
});
