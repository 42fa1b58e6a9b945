import { plainLetters } from './fold-word.ts';

/**
 * What a word sounds like, in a dozen classes of consonants, so that the ways passports write a name of another script meet: Sokolow, Sokolov,
 * Sokoloff; Mohammad, Muhammed, Mohamed; Georgios, Yeorgios; Schewtschenko, Shevchenko, Ševčenko. Where one spelling is read in two ways
 * (`ch`, `j`, `c`), both are given. Coarse on purpose: it finds, and the order of the answers says what is closest.
 */
export type Sounds = {
  /** Consonants alone; a vowel at the beginning is an `A`. */
  bare: string[];
  /** With vowels in three classes: for words of few consonants, which would otherwise all be alike. */
  full: string[];
};

/** What a spelling may be read as. Capitals are consonants, small letters vowels; '' is silent. The first that fits counts. */
type Rule = [spelling: RegExp, ...readings: string[]];

const sibilant: Rule = [/schtsch|shch|chtch|stsch|tsch|tch|dsch|dzh|dz|sch|ts|tz|cz|sz|sh|zh/y, 'S'];
const single = (sound: string, letters: string): [string, Rule[]][] => [...letters].map((letter) => [letter, [[/./y, sound]]]);

/** By the letter they begin with. */
const rules = new Map<string, Rule[]>([
  ...single('F', 'fv'),
  ...single('a', 'a'),
  ...single('u', 'u'),
  ['c', [sibilant, [/ch/y, 'H', 'S', 'K'], [/ck/y, 'K'], [/c(?=[eiy])/y, 'S'], [/./y, 'K', 'S']]],
  ['d', [sibilant, [/dj/y, 'D', 'S'], [/dh?/y, 'D']]],
  [
    'e',
    [
      [/e[iy]/y, 'ai'],
      [/e$/y, 'a'],
      [/./y, 'i'],
    ],
  ],
  [
    'g',
    [
      [/gu(?=[ei])/y, 'K'],
      [/^g(?=[eiy])/y, 'K', 'J'],
      [/g(?=[eiy])/y, 'K', ''],
      [/gh?/y, 'K'],
    ],
  ],
  [
    'h',
    [
      [/h$/y, ''],
      [/./y, 'H'],
    ],
  ],
  [
    'i',
    [
      [/^i(?=e)/y, 'J', ''],
      [/^i(?=[aou])/y, 'J'],
      [/./y, 'i'],
    ],
  ],
  [
    'j',
    [
      [/^j(?=e)/y, 'J', 'S', ''],
      [/^j/y, 'J', 'S'],
      [/./y, '', 'S'],
    ],
  ],
  [
    'k',
    [
      [/kh/y, 'H'],
      [/./y, 'K'],
    ],
  ],
  [
    'm',
    [
      [/^mp/y, 'B'],
      [/./y, 'M'],
    ],
  ],
  [
    'n',
    [
      [/^nt(?=[aeiouy])/y, 'D'],
      [/./y, 'N'],
    ],
  ],
  [
    'o',
    [
      [/^ou(?=[aeiy])/y, 'F', 'u'],
      [/ou(?=[aeiy])/y, 'u', 'F'],
      [/./y, 'u'],
    ],
  ],
  [
    'p',
    [
      [/ph/y, 'F'],
      [/./y, 'P'],
    ],
  ],
  ['q', [[/qu?/y, 'K']]],
  ['s', [sibilant, [/./y, 'S']]],
  ['t', [sibilant, [/th?/y, 'T']]],
  [
    'w',
    [
      [/w(?=.)(?<=[aeiou]w)/y, 'F', 'u'],
      [/./y, 'F'],
    ],
  ],
  ['x', [[/./y, 'KS']]],
  [
    'y',
    [
      [/^y(?=e)/y, 'J', ''],
      [/^y(?=[aou])/y, 'J'],
      [/./y, 'i'],
    ],
  ],
  ['z', [sibilant, [/./y, 'S']]],
]);

const MOST_READINGS = 12;

const spelled = (word: string): string => {
  // `ç`, `č`, `ć` are never a k.
  const soft = word
    .toLowerCase()
    .normalize('NFC')
    .replaceAll('đ', 'dj')
    .replaceAll('ə', 'a')
    .replace(/[çčćĉċ]/g, 'ts');
  // The article is spoken with the letter after it: Abdulrahman, Abdurrahman, Abd al-Rahman.
  return plainLetters(soft).replace(/^abd[aeiou]?l(?=[^aeiou])/, 'abd');
};

const read = (word: string, place: number): { length: number; sounds: string[] } => {
  const letter = word[place] ?? '';
  for (const [spelling, ...sounds] of rules.get(letter) ?? []) {
    spelling.lastIndex = place;
    const length = spelling.exec(word)?.[0].length;
    if (length) return { length, sounds };
  }
  return { length: 1, sounds: [/[a-z]/.test(letter) ? letter.toUpperCase() : ''] };
};

const readings = (word: string): string[] => {
  let found = [''];
  for (let place = 0; place < word.length; ) {
    const { length, sounds } = read(word, place);
    found =
      sounds.length === 1 ? found.map((before) => before + sounds[0]) : found.flatMap((before) => sounds.map((after) => before + after));
    if (found.length > MOST_READINGS) found = found.slice(0, MOST_READINGS);
    place += length;
  }
  return found;
};

/** Each sound that comes twice running, once. */
export const once = (text: string): string => text.replace(/(.)\1+/g, '$1');
const bareOf = (full: string): string => once(full.replace(/^[aiu]/, 'A')).replace(/[aiu]/g, '');
const distinct = (words: string[]): string[] => [...new Set(words.filter(Boolean))];

/** A word in Latin letters, with its marks. */
export const soundsOf = (word: string): Sounds => {
  const full = distinct(readings(spelled(word)).map(once));
  return { full, bare: distinct(full.map(bareOf)) };
};

/** Under three consonants the bare sound says nothing: Lina, Alan, Olena. */
export const isShort = (bare: string): boolean => bare.replace('A', '').length < 3;
