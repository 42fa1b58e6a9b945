import { foldWord, joint, plainLetters } from './fold-word.ts';
import { isShort, once, type Sounds, soundsOf } from './sound-of.ts';
import { toLatin } from './transliterate.ts';

/** A word of a name or of a search, with all that may be compared. */
export type Word = {
  /** As written, in small letters. */
  text: string;
  /** Latin, without marks; of another script one for each way to write it. */
  plain: string[];
  /** `foldWord` of each. */
  folds: string[];
  /** Keys of its sounds: `1` before consonants alone, `0` before a short word's sound with vowels, `2` before consonants of a script without vowels. */
  sounds: string[];
};

const distinct = (words: string[]): string[] => [...new Set(words.filter(Boolean))];

/** No name has a longer word; what goes on is not told apart, so that no key outgrows what the database takes. */
const MOST_LETTERS = 60;
const clip = (text: string): string => (text.length > MOST_LETTERS ? [...text].slice(0, MOST_LETTERS).join('') : text);

/**
 * Where short vowels are not written nobody knows whether a consonant that comes twice running was one. Names kept in such a script are few, and have
 * a kind of their own (`2`), by which even a short word of Latin letters may ask for them.
 */
const soundKeys = ({ full, bare }: Sounds, { searched, consonants }: { searched: boolean; consonants: boolean }): string[] => {
  const single = bare.map(once);
  const alone = searched && !consonants ? bare.filter((each) => !isShort(each)) : [...bare, ...single];
  return [
    ...distinct(alone).map((each) => `1${each}`),
    ...(bare.some(isShort) && !consonants ? full.map((each) => `0${each}`) : []),
    ...(searched === consonants ? [] : distinct(single).map((each) => `2${each}`)),
  ];
};

const makeWord = (text: string, searched: boolean): Word => {
  const { spellings, apart, consonants } = toLatin(text);
  const sounds = [...spellings, ...apart].flatMap((spelling) => soundKeys(soundsOf(spelling), { searched, consonants }));
  const plain = distinct(spellings.map(plainLetters));
  const folds = [...spellings.map(foldWord), ...(consonants ? [text] : [])].map(clip);
  return { text, plain, folds: distinct(folds), sounds: distinct(sounds) };
};

/** Names come again and again. */
const MOST_KEPT = 20_000;
const kept = new Map<string, Word>();

/** Words of a search leave out the bare sound of a short word, unless its script writes no more. */
export const wordOf = (written: string, searched = false): Word => {
  const key = `${searched}${written}`;
  const known = kept.get(key);
  if (known) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const word = makeWord(clip(written.normalize('NFC').toLowerCase()), searched);
  kept.set(key, word);
  return word;
};

const separators = /[^\p{L}\p{M}\p{N}]+/gu;

/** Tokens between blanks, each with the parts its hyphens and apostrophes make. */
const tokensOf = (text: string): string[][] =>
  text
    .normalize('NFC')
    .split(/[\s,;/|.]+/u)
    .map((token) => token.replace(joint, ' ').replace(separators, ' ').trim().split(' ').filter(Boolean))
    .filter((parts) => parts.length > 0);

/** The words, hyphens and apostrophes taken as blanks. */
export const splitWords = (text: string): string[] => tokensOf(text).flat();

/** The words, hyphens and apostrophes taken away. */
export const joinedWords = (text: string): string[] => tokensOf(text).map((parts) => parts.join(''));

const pairs = (words: readonly string[]): string[] => words.slice(1).map((word, index) => `${words[index]}${word}`);

/** Every word a name's part can be found by: its words, with and without what joins them, and each with its neighbour. */
export const findableWords = (text: string): string[] => {
  const split = splitWords(text);
  return distinct([...split, ...joinedWords(text), ...pairs(split)]);
};

const MOST_JOINED = 6;
/** Nobody types more of a name; what follows is left out. */
const MOST_WORDS = 12;

/** A mark without its letter says nothing. */
const speaking = (words: readonly string[]): string[] => words.filter((word) => wordOf(word).folds.length > 0).slice(0, MOST_WORDS);

/** The ways in which somebody may have meant the words: as they stand, or one of them and the next as one word. */
export const waysToRead = (text: string): string[][] => {
  const split = speaking(splitWords(text));
  const joined = speaking(joinedWords(text));
  const near =
    split.length > MOST_JOINED ? [] : pairs(split).map((pair, index) => [...split.slice(0, index), pair, ...split.slice(index + 2)]);
  const ways = [split, ...(joined.length === split.length ? [] : [joined]), ...near];
  return [...new Map(ways.map((way) => [way.join(' '), way])).values()].filter((way) => way.length > 0);
};
