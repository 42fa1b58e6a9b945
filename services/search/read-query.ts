import { type FileNumber, readFileNumber } from './file-number.ts';
import { inOneWord, type WrittenName, wholeNames } from './name-keys.ts';
import { type Word, waysToRead, wordOf } from './name-words.ts';
import { slipKeys } from './one-slip.ts';
import { mailMark, numberMark, phoneMark, says, searchedDate } from './person-marks.ts';
import { readDates } from './read-dates.ts';

export type PeopleQuery = {
  /** The name in each way it may be meant; all words of one of them must be found. Empty: no name is asked for. */
  names: Word[][];
  /** `wholeNames` of what was typed. */
  wholes: string[];
  /** JJJJ-MM-TT, 00 where nothing was said; one of them must be the birthday. */
  dates: string[];
  /** Marks of the birthday; one of them must be there. */
  dateMarks: string[];
  /** Marks of one number or address in each reading; one of them must be there. */
  marks: string[];
};

/** What somebody typed into a search box. What may be two things is both: `1990` is a year and a number. */
export type Query = { file?: FileNumber; people: PeopleQuery[] };

const mail = /[^\s\p{C}<>,;:"@]+@[^\s\p{C}<>,;:"]+/u;
/** What stands before a number or date and says nothing itself. */
const labels =
  /(?<![\p{L}])(?:az|aktenzeichen|azr|azr-?nr|azr-?nummer|tel|telefon|mobil|handy|fon|pass|pass-?nr|passnummer|nr|geb|geboren|am)(?![\p{L}])[.:]*/giu;
const LEAST_SIGNS = 5;

/** Longest text a search reads; what is behind it is left out. */
export const MOST_TYPED = 200;

/** What has digits, put together, and the words beside it: numbers are written in groups (`0721 55 55`), also with letters (`C01X 00T47`). */
const takeNumber = (text: string): { number: string; words: string } => {
  const tokens = text.split(/\s+/).filter(Boolean);
  const isNumber = (token: string): boolean => /\d/.test(token) || !/\p{L}/u.test(token);
  return { number: tokens.filter(isNumber).join(' '), words: tokens.filter((token) => !isNumber(token)).join(' ') };
};

type Parts = { words: string; number: string; dates: string[]; address: string | undefined };

const peopleOf = ({ words, number, dates, address }: Parts): PeopleQuery[] => {
  const signs = number.replace(/[^\p{L}\p{N}]/gu, '');
  if (signs !== '' && signs.length < LEAST_SIGNS) return [];
  const names = waysToRead(words).map((way) => way.map((word) => wordOf(word, true)));
  const marks = [
    ...(address ? [mailMark(address)] : []),
    ...(signs ? [numberMark(number)] : []),
    ...(signs && !/\p{L}/u.test(signs) ? [phoneMark(number)] : []),
  ].filter(says);
  if (names.length + dates.length + marks.length === 0) return [];
  return [{ names, wholes: names.length > 0 ? wholeNames(words) : [], dates, dateMarks: dates.flatMap(searchedDate), marks }];
};

const peopleIn = (typed: string): PeopleQuery[] => {
  const address = mail.exec(typed)?.[0];
  const text = (address ? typed.replace(address, ' ') : typed).replace(/unbekannt/gi, ' ').replace(/[*†]/g, ' ');
  const labelled = /\d/.test(text) ? text.replace(labels, ' ') : text;
  const { dates, rest } = readDates(labelled);
  const dated = dates.length > 0 ? peopleOf({ ...takeNumber(rest), dates, address }) : [];
  // A group of a telephone number may look like a year.
  const { words, number } = takeNumber(labelled);
  return [...dated, ...(dates.length === 0 || number !== '' ? peopleOf({ words, number, dates: [], address }) : [])];
};

export const readQuery = (typed: string): Query => {
  const text = typed.slice(0, MOST_TYPED).toWellFormed().normalize('NFC').trim();
  const file = readFileNumber(text);
  if (file && 'whole' in file) return { file, people: [] };
  return { ...(file ? { file } : {}), people: peopleIn(text) };
};

const nothing: PeopleQuery = { names: [], wholes: [], dates: [], dateMarks: [], marks: [] };

/** Whoever may be a person of these names and one of these birthdays, or has one of these numbers. */
export const queriesFor = (wanted: {
  names: readonly WrittenName[];
  born: readonly string[];
  numbers: readonly string[];
}): PeopleQuery[] => {
  const dateMarks = wanted.born.flatMap(searchedDate);
  const named = wanted.names.map(({ familienname, vornamen }) => {
    const text = `${familienname} ${vornamen}`;
    return { ...nothing, names: waysToRead(text).map((way) => way.map((word) => wordOf(word, true))), wholes: wholeNames(text), dateMarks };
  });
  const numbered = wanted.numbers.map((number) => ({ ...nothing, marks: [numberMark(number)] }));
  return [...(dateMarks.length > 0 ? named.filter(({ names }) => names.length > 0) : []), ...numbered];
};

/**
 * Whoever has one of these birthdays under a name that is one slip of the pen from one of these. A name of signs that say nothing is like any other
 * such name.
 */
export const queriesForSlips = (names: readonly WrittenName[], born: readonly string[]): PeopleQuery[] =>
  born.length === 0
    ? []
    : names
        .map(inOneWord)
        .map((word) => ({ word, marks: slipKeys(word) }))
        .filter(({ word, marks }) => word === '' || marks.length > 0)
        .map(({ marks }) => ({ ...nothing, dateMarks: born.flatMap(searchedDate), marks }));
