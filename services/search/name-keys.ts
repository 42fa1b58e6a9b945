import { foldWord } from './fold-word.ts';
import { findableWords, joinedWords, splitWords, wordOf } from './name-words.ts';
import { toLatin } from './transliterate.ts';

/** Family name and given names as somebody wrote them; either may be empty. */
export type WrittenName = { familienname: string; vornamen: string };

export type NameKeys = {
  /** All folds and sounds of all words, each between blanks: what a search reads with `like`. */
  words: string;
  /** Each whole name in one fold, its words in the order of the alphabet, with and without hyphens and apostrophes. */
  wholes: string[];
};

const distinct = (words: string[]): string[] => [...new Set(words.filter(Boolean))];
const sorted = (words: string[]): string =>
  words
    .map((word) => foldWord(toLatin(word).spellings[0] ?? word))
    .toSorted()
    .join(' ');

/** Equal for two names of the same words, whatever their order, marks, capitals, hyphens and the border of family and given name. */
export const wholeNames = (text: string): string[] => distinct([sorted(splitWords(text)), sorted(joinedWords(text))]);

/** Names with a border between them that nobody may keep to: `Al, Hassan` and `Alhassan`. */
const acrossBorder = ({ familienname, vornamen }: WrittenName): string[] => {
  const [family, given] = [splitWords(familienname), splitWords(vornamen)];
  return family.length > 0 && given.length > 0 ? [`${family.at(-1)}${given[0]}`, `${given.at(-1)}${family[0]}`] : [];
};

/** What a person of these names (the name, the birth name, former names, other spellings) is found by. */
export const nameKeys = (names: readonly WrittenName[]): NameKeys => {
  const written = distinct(
    names.flatMap((name) => [...findableWords(name.familienname), ...findableWords(name.vornamen), ...acrossBorder(name)]),
  );
  const words = written.map((word) => wordOf(word));
  const keys = distinct(words.flatMap(({ folds, sounds }) => [...folds, ...sounds.map((sound) => sound.toLowerCase())]));
  return { words: ` ${keys.join(' ')} `, wholes: distinct(names.flatMap((name) => wholeNames(`${name.familienname} ${name.vornamen}`))) };
};
