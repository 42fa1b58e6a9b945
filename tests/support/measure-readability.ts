import type { LetterBlock } from '../../services/letters/render-letter.ts';
import { countSyllables } from './count-syllables.ts';

/** Counts and scores of one text; rounded to two digits. Longest and mean sentence in words. */
export type Readability = {
  words: number;
  sentences: number;
  syllables: number;
  amstad: number;
  wiener1: number;
  wiener2: number;
  wiener3: number;
  lix: number;
  meanSentence: number;
  longestSentence: number;
};

/** What letters to citizens must reach, without their exact blocks. */
export const targets = { amstad: 60, wiener1: 8, lix: 45, meanSentence: 12, longestSentence: 20 };

const months = 'Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember';
// A full stop behind a number ends no sentence when a month or a small letter follows ("29. Juni", "am 3. oder 4. Tag").
const ordinal = new RegExp(`(\\d)\\.(?=\\s+(?:${months}|[a-zäöü]))`, 'g');
const word = /[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu;

const splitSentences = (text: string): string[][] =>
  text
    .replace(ordinal, '$1')
    .split(/[.!?]+(?=\s|$)|\n+/)
    .map((sentence) => sentence.match(word) ?? [])
    .filter((words) => words.length > 0);

const round = (value: number): number => Math.round(value * 100) / 100;

/**
 * Flesch in Amstad's form for German, the first three Wiener Sachtextformeln (Bamberger and Vanecek) and LIX (Björnsson),
 * long words having more than six letters. Every text given ends its last sentence.
 */
export const measureReadability = (texts: string[]): Readability => {
  const sentences = texts.flatMap(splitSentences);
  const words = sentences.flat();
  const count = words.map(countSyllables);
  const syllables = count.reduce((sum, each) => sum + each, 0);
  const total = Math.max(1, words.length);
  const percent = (part: number): number => (100 * part) / total;
  const ms = percent(count.filter((each) => each >= 3).length);
  const es = percent(count.filter((each) => each === 1).length);
  const iw = percent(words.filter((each) => each.length > 6).length);
  const sl = words.length / Math.max(1, sentences.length);
  return {
    words: words.length,
    sentences: sentences.length,
    syllables,
    amstad: round(180 - sl - 58.5 * (syllables / total)),
    wiener1: round(0.1935 * ms + 0.1672 * sl + 0.1297 * iw - 0.0327 * es - 0.875),
    wiener2: round(0.2007 * ms + 0.1682 * sl + 0.1373 * iw - 2.779),
    wiener3: round(0.2963 * ms + 0.1905 * sl - 1.1144),
    lix: round(sl + iw),
    meanSentence: round(sl),
    longestSentence: Math.max(0, ...sentences.map((sentence) => sentence.length)),
  };
};

/** The plain part of a letter: exact blocks are law and stay out of the score. */
export const plainTexts = (blocks: LetterBlock[]): string[] =>
  blocks.flatMap((block) => (block.kind === 'exakt' ? [] : block.kind === 'liste' ? block.items : [block.text]));
