import { isSameWord, meet } from './closeness.ts';
import { inOneWord, type WrittenName, wholeNames } from './name-keys.ts';
import { joinedWords, splitWords, type Word, wordOf } from './name-words.ts';
import { isOneSlip } from './one-slip.ts';

/**
 * `same`: family name and given names. `words`: all words, whatever their order and border. `sound`: as another passport may write it. `slip`: but for
 * one slip of the pen.
 */
export type NameLikeness = 'same' | 'words' | 'sound' | 'slip';

/** A name as it is compared. `asked`, `known`: its words, hyphens and apostrophes taken as blanks and taken away, as who asks and who is asked for. */
type Read = { family: string[]; given: string[]; whole: string[]; inOne: string; asked: Word[][]; known: Word[][] };

/** Words are heard when they are first compared: of most names the letters say enough. */
const heard = (ways: string[][], searched: boolean): Word[][] => ways.map((way) => way.map((text) => wordOf(text, searched)));

const read = (name: WrittenName): Read => {
  const { familienname, vornamen } = name;
  const whole = `${familienname} ${vornamen}`;
  const [split, joined] = [splitWords(whole), joinedWords(whole)];
  const ways = joined.length === split.length ? [split] : [split, joined];
  let asked: Word[][] | undefined;
  let known: Word[][] | undefined;
  return {
    family: wholeNames(familienname),
    given: wholeNames(vornamen),
    whole: wholeNames(whole),
    inOne: inOneWord(name),
    get asked() {
      asked ??= heard(ways, true);
      return asked;
    },
    get known() {
      known ??= heard(ways, false);
      return known;
    },
  };
};

/** Names come again and again. */
const MOST_KEPT = 20_000;
const kept = new Map<string, Read>();

const readOnce = (name: WrittenName): Read => {
  const key = `${name.familienname}\n${name.vornamen}`;
  const before = kept.get(key);
  if (before) return before;
  if (kept.size >= MOST_KEPT) kept.clear();
  const made = read(name);
  kept.set(key, made);
  return made;
};

const agree = (a: readonly string[], b: readonly string[]): boolean => (a.length === 0 ? b.length === 0 : meet(a, b));

/** Each word of the one sounds like another word of the other. */
const soundAlike = (asked: readonly Word[], known: readonly Word[]): boolean => {
  if (asked.length !== known.length || asked.length === 0) return false;
  const left = [...known];
  return asked.every((word) => {
    const at = left.findIndex((each) => isSameWord(word, each));
    if (at < 0) return false;
    left.splice(at, 1);
    return true;
  });
};

/** How alike two names are, however they are written; undefined for two names. */
export const compareNames = (one: WrittenName, other: WrittenName): NameLikeness | undefined => {
  const [a, b] = [readOnce(one), readOnce(other)];
  if (agree(a.family, b.family) && agree(a.given, b.given)) return 'same';
  if (agree(a.whole, b.whole)) return 'words';
  if (a.asked.some((way) => b.known.some((each) => soundAlike(way, each)))) return 'sound';
  return isOneSlip(a.inOne, b.inOne) ? 'slip' : undefined;
};
