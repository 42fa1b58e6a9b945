import { isDay } from './calendar-day.ts';
import { visibleText } from './visible-text.ts';

/** `today`, and between which days the answer can lie (JJJJ-MM-TT): they tell what a short year means. */
export type DayRange = { today: string; min?: string | undefined; max?: string | undefined };

/** German and English, in full or as people shorten them; compared without accents. */
const months = [
  'jan(?:uar|uary|ner)?',
  'feb(?:r?uar|ruary)?',
  'mar(?:z|ch)?|maerz|mrz',
  'apr(?:il)?',
  'mai|may',
  'jun[ie]?',
  'jul[iy]?',
  'aug(?:ust)?',
  'sept?(?:ember)?',
  'okt(?:ober)?|oct(?:ober)?',
  'nov(?:ember)?',
  'dez(?:ember)?|dec(?:ember)?',
].map((name) => new RegExp(`^(?:${name})$`));
const two = (text: string | number): string => String(text).padStart(2, '0');

const monthOf = (word: string): string | undefined => {
  const plain = word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  const at = months.findIndex((start) => start.test(plain));
  return at < 0 ? undefined : two(at + 1);
};

type Parts = { day: string; month: string; year: string };

const number = /^(\d{1,2})[./\s-]+(\d{1,2})(?:[./\s-]+(\d{4}|\d{2}))?[./]?$/;
const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:T.*)?$/;
const solid = /^(\d\d)(\d\d)(\d{4}|\d\d)$/;
const solidIso = /^((?:19|20)\d\d)(\d\d)(\d\d)$/;
const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[.\s-]+(\p{L}{3,})[.\s-]*(\d{4}|\d{2})?$/u;
const monthFirst = /^(\p{L}{3,})[.\s]+(\d{1,2})(?:st|nd|rd|th)?(?:[,\s]+(\d{4}))?$/u;

/** Day, month and year of what was typed, in the order that is written here; German and British put the day first. */
const partsOf = (text: string): Parts[] => {
  const found: Parts[] = [];
  const put = (match: RegExpExecArray | null, order: readonly [number, number, number]): void => {
    if (match) found.push({ day: match[order[0]] ?? '', month: match[order[1]] ?? '', year: match[order[2]] ?? '' });
  };
  put(number.exec(text), [1, 2, 3]);
  put(iso.exec(text), [3, 2, 1]);
  put(solid.exec(text), [1, 2, 3]);
  put(solidIso.exec(text), [3, 2, 1]);
  put(dayFirst.exec(text), [1, 2, 3]);
  put(monthFirst.exec(text), [2, 1, 3]);
  return found;
};

const within = (day: string, { min, max }: DayRange): boolean => (min === undefined || day >= min) && (max === undefined || day <= max);

/** So far ahead a year of two digits still means a day to come, where nothing else tells. */
const YEARS_AHEAD = 20;

/** What a short or missing year may mean, the likelier first: this century, then the last; without a year, the next such day. */
const years = (year: string, dayAndMonth: string, { today, max }: DayRange): string[] => {
  const now = Number(today.slice(0, 4));
  if (year.length === 4) return [year];
  if (year.length === 2) return Number(`20${year}`) > now + YEARS_AHEAD ? [`19${year}`, `20${year}`] : [`20${year}`, `19${year}`];
  const ahead = `${now}-${dayAndMonth}` >= today;
  const past = max !== undefined && max <= today;
  const next = ahead ? now : now + 1;
  const last = ahead && `${now}-${dayAndMonth}` !== today ? now - 1 : now;
  return (past ? [last, next] : [next, last]).map(String);
};

/**
 * What people type for a day (1.2.27, 01.02.2027, 1.2., 2027-02-01, 1/2/27, 010227, "1. Februar 2027", "Montag, 1. Februar 2027") as JJJJ-MM-TT;
 * undefined if it names none. A year of two digits, or none, is the one with which the day lies in the range: a birth in the past, an end ahead.
 */
export const readDay = (typed: string, range: DayRange): string | undefined => {
  const text = visibleText(typed).replace(/^\p{L}+\.?,\s+|^(?:Mo|Di|Mi|Do|Fr|Sa|So)\.?\s+/u, '');
  for (const { day, month, year } of partsOf(text)) {
    const inDigits = /^\d+$/.test(month) ? two(month) : monthOf(month);
    if (!inDigits) continue;
    const dayAndMonth = `${inDigits}-${two(day)}`;
    const days = years(year, dayAndMonth, range)
      .map((each) => `${each}-${dayAndMonth}`)
      .filter(isDay);
    const meant = days.find((each) => within(each, range)) ?? days[0];
    if (meant) return meant;
  }
  return undefined;
};

/** As it is written in a German form, TT.MM.JJJJ; what is no day stays as it was typed. */
export const showDay = (value: unknown): string => {
  const text = typeof value === 'string' ? value : '';
  return isDay(text) ? text.split('-').reverse().join('.') : text;
};
