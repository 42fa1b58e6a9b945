import { isSameWord } from './closeness.ts';
import { type WrittenName, wholeNames } from './name-keys.ts';
import { joinedWords, splitWords, wordOf } from './name-words.ts';

/** `same`: family name and given names. `words`: all words, whatever their order and border. `sound`: as another passport may write it. */
export type NameLikeness = 'same' | 'words' | 'sound';

/** A name as it is compared. `ways`: its words, hyphens and apostrophes taken as blanks and taken away. */
type Read = { family: string[]; given: string[]; whole: string[]; ways: string[][] };

const read = ({ familienname, vornamen }: WrittenName): Read => {
  const whole = `${familienname} ${vornamen}`;
  const [split, joined] = [splitWords(whole), joinedWords(whole)];
  return {
    family: wholeNames(familienname),
    given: wholeNames(vornamen),
    whole: wholeNames(whole),
    ways: joined.length === split.length ? [split] : [split, joined],
  };
};

/** Names come again and again. */
const MOST_KEPT = 20_000;
const kept = new Map<string, Read>();

const readOnce = (name: WrittenName): Read => {
  const key = `${name.familienname}\n${name.vornamen}`;
  const known = kept.get(key);
  if (known) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const made = read(name);
  kept.set(key, made);
  return made;
};

const meet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === 0 ? b.length === 0 : a.some((each) => b.includes(each));

/** Each word of the one sounds like another word of the other. */
const soundAlike = (a: readonly string[], b: readonly string[]): boolean => {
  if (a.length !== b.length || a.length === 0) return false;
  const left = b.map((word) => wordOf(word));
  return a.every((text) => {
    const word = wordOf(text, true);
    const at = left.findIndex((each) => isSameWord(word, each));
    if (at < 0) return false;
    left.splice(at, 1);
    return true;
  });
};

/** How alike two names are, however they are written; undefined for two names. */
export const compareNames = (one: WrittenName, other: WrittenName): NameLikeness | undefined => {
  const [a, b] = [readOnce(one), readOnce(other)];
  if (meet(a.family, b.family) && meet(a.given, b.given)) return 'same';
  if (meet(a.whole, b.whole)) return 'words';
  return a.ways.some((way) => b.ways.some((each) => soundAlike(way, each))) ? 'sound' : undefined;
};
