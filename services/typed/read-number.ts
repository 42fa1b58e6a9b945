import { visibleText } from './visible-text.ts';

/** Where the reader of a number comes from: German writes 45.900,00, English 45,900.00. */
export type Writing = 'de' | 'en';

/** What a number may be; a reading outside of it cannot have been meant. */
export type NumberRange = { min?: number | undefined; max?: number | undefined };

/**
 * `unclear` holds the numbers that may be meant, the likelier one first; at least two. `none`: no number, or one with more digits than a computer
 * keeps exactly.
 */
export type ReadNumber = { value: number } | { unclear: number[] } | { none: true };

const NONE: ReadNumber = { none: true };
/** More decimal digits than this are not kept exactly, and what is stored would not be what was typed. */
const MOST_DIGITS = 15;

/** `€ 1.200,-`, `1.200 EUR`, `−3`: without the currency, without the stroke for "no cents", with a plain minus. */
const bare = (typed: string): string =>
  visibleText(typed)
    .replace(/^(?:€|Euro|EUR)\s*|\s*(?:€|Euro|EUR)$/giu, '')
    .replace(/[.,]\s?[-–—]{1,2}$/u, '')
    .replace(/^[−–]/u, '-')
    .trim();

const group = (sign: string): RegExp => new RegExp(`^\\d{1,3}(?:[${sign}]\\d{3})+$`, 'u');

const exactly = (whole: string, places = ''): number | undefined =>
  `${whole}${places}`.replace(/^0+/, '').length > MOST_DIGITS ? undefined : Number(places === '' ? whole : `${whole}.${places}`);

/** Numbers that one sign of its kind, `mark`, may make of `whole` and `rest`. */
const readings = (whole: string, mark: string, rest: string, writing: Writing): (number | undefined)[] => {
  const decimal = exactly(whole, rest);
  const own = mark === (writing === 'de' ? ',' : '.');
  const mayGroup = /^[1-9]\d{0,2}$/.test(whole);
  if (mayGroup && rest.length === 3) return own ? [decimal, exactly(whole + rest)] : [exactly(whole + rest)];
  // A group is three digits; with one digit after the other language's sign, digits may be missing: 45.9 is 45,9 or 45.900.
  if (mayGroup && rest.length === 1 && !own) return [decimal, exactly(whole + rest.padEnd(3, '0'))];
  return [decimal];
};

/** All a bare number without its minus may mean. */
const meant = (text: string, writing: Writing): (number | undefined)[] => {
  const spaced = group(" ’'`").exec(text.replace(/[.,]\d+$/, '')) ? text.replace(/[ ’'`]/g, '') : text;
  if (/^\d+$/.test(spaced)) return [exactly(spaced)];
  const both = /^(.*)([.,])(\d+)$/.exec(spaced);
  if (!both) return [];
  const [, before = '', mark = '', rest = ''] = both;
  const other = mark === ',' ? '.' : ',';
  if (/^\d+$/.test(before)) return spaced === text ? readings(before, mark, rest, writing) : [exactly(before, rest)];
  // Two kinds of sign: the last one is the decimal sign. One kind several times: groups.
  if (group(other).test(before)) return [exactly(before.replaceAll(other, ''), rest)];
  return group(mark).test(spaced) ? [exactly(spaced.replaceAll(mark, ''))] : [];
};

/**
 * A number as people type it: `45.900`, `45.900,00`, `45 900`, `45’900`, `1.234.567,89`, `1,234.50`, `€ 1.200,-`.
 *
 * In German a point groups thousands, so `45.900` is 45900; three digits after it never become decimals in silence. `45.9` and `1,234` are asked
 * about, unless only one of the two readings lies in the range; `45.90` can only be 45,90. English has the signs the other way round.
 */
export const readNumber = (typed: string, { min, max }: NumberRange = {}, writing: Writing = 'de'): ReadNumber => {
  const text = bare(typed);
  const sign = text.startsWith('-') ? -1 : 1;
  const all = meant(text.replace(/^-\s?/, ''), writing).flatMap((each) => (each === undefined ? [] : [sign * each || 0]));
  const fitting = all.filter((each) => (min === undefined || each >= min) && (max === undefined || each <= max));
  const [first, second] = fitting.length > 0 ? fitting : all;
  if (first === undefined) return NONE;
  return second === undefined ? { value: first } : { unclear: [first, second] };
};
