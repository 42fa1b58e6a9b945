import { isSameWord } from './closeness.ts';
import { type WrittenName, wholeNames } from './name-keys.ts';
import { joinedWords, splitWords, wordOf } from './name-words.ts';

/** `same`: family name and given names. `words`: all words, whatever their order and border. `sound`: as another passport may write it. */
export type NameLikeness = 'same' | 'words' | 'sound';

const meet = (a: string, b: string): boolean => {
  const [x, y] = [wholeNames(a), wholeNames(b)];
  return x.length === 0 ? y.length === 0 : x.some((each) => y.includes(each));
};
const whole = ({ familienname, vornamen }: WrittenName): string => `${familienname} ${vornamen}`;

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
export const compareNames = (a: WrittenName, b: WrittenName): NameLikeness | undefined => {
  if (meet(a.familienname, b.familienname) && meet(a.vornamen, b.vornamen)) return 'same';
  if (meet(whole(a), whole(b))) return 'words';
  const ways = [splitWords, joinedWords];
  return ways.some((way) => ways.some((other) => soundAlike(way(whole(a)), other(whole(b))))) ? 'sound' : undefined;
};
