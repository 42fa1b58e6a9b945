import { foldWord } from './fold-word.ts';
import { findableWords, joinedWords, splitWords, wordOf } from './name-words.ts';
import { slipKeys } from './one-slip.ts';
import { toLatin } from './transliterate.ts';

/** Family name and given names as somebody wrote them; either may be empty. */
export type WrittenName = { familienname: string; vornamen: string };

/**
 * Keys begin with their kind: a word's fold, the end of one from a letter within it, its sound (`0`, `1`: name-words.ts), all words of a name,
 * all of them with a slip (one-slip.ts); and those of person-marks.ts.
 */
export const foldKey = (fold: string): string => `f${fold}`;
export const innerKey = (end: string): string => `i${end}`;
const MOST_OF_WHOLE = 500;
export const wholeKey = (words: string): string => `w${words.slice(0, MOST_OF_WHOLE).toWellFormed()}`;

/** Fewer letters in the middle of a word say nothing. */
export const FEWEST_WITHIN = 4;

const distinct = (words: string[]): string[] => [...new Set(words.filter(Boolean))];
const sorted = (words: string[]): string =>
  words
    .map((word) => foldWord(toLatin(word).spellings[0] ?? '') || word)
    .toSorted()
    .join(' ');

/** Names come again and again. */
const MOST_KEPT = 20_000;
const kept = new Map<string, string[]>();

/** Equal for two names of the same words, whatever their order, marks, capitals, hyphens and the border of family and given name. */
export const wholeNames = (text: string): string[] => {
  const known = kept.get(text);
  if (known) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const made = distinct([sorted(splitWords(text)), sorted(joinedWords(text))]);
  kept.set(text, made);
  return made;
};

/** All words of a name in one, whatever their order: what a slip of the pen is looked for in. */
export const inOneWord = ({ familienname, vornamen }: WrittenName): string =>
  (wholeNames(`${familienname} ${vornamen}`)[0] ?? '').replaceAll(' ', '');

/** Names with a border between them that nobody may keep to: `Al, Hassan` and `Alhassan`. */
const acrossBorder = ({ familienname, vornamen }: WrittenName): string[] => {
  const [family, given] = [splitWords(familienname), splitWords(vornamen)];
  return family.length > 0 && given.length > 0 ? [`${family.at(-1)}${given[0]}`, `${given.at(-1)}${family[0]}`] : [];
};

const endsOf = (fold: string): string[] => {
  const letters = [...fold];
  return letters.slice(1, 1 - FEWEST_WITHIN).map((_, index) => letters.slice(index + 1).join(''));
};

/** What a person of these names (the name, the birth name, former names, other spellings) is found by. */
export const nameKeys = (names: readonly WrittenName[]): string[] => {
  const parts = names.flatMap(({ familienname, vornamen }) => [familienname, vornamen]);
  const words = distinct([...parts.flatMap(findableWords), ...names.flatMap(acrossBorder)]).map((word) => wordOf(word));
  const single = distinct(parts.flatMap(splitWords)).map((word) => wordOf(word));
  return distinct([
    ...words.flatMap(({ folds, sounds }) => [...folds.map(foldKey), ...sounds]),
    ...single.flatMap(({ folds }) => folds.flatMap(endsOf)).map(innerKey),
    ...names.flatMap((name) => wholeNames(`${name.familienname} ${name.vornamen}`)).map(wholeKey),
    ...names.flatMap((name) => slipKeys(inOneWord(name))),
  ]);
};
