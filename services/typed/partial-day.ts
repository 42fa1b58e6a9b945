import { FIRST_YEAR, isDay } from './calendar-day.ts';
import type { Writing } from './read-number.ts';

/**
 * A day of which the papers know only the year, or year and month: `1990-00-00`, `1990-05-00`. Registers file births of many refugees so; it is
 * the true entry and no gap to be filled with an invented day.
 */
const partial = /^(\d{4})-(0[1-9]|1[0-2]|00)-00$/;

export const isPartialDay = (text: string): boolean => partial.test(text) && Number(text.slice(0, 4)) >= FIRST_YEAR;

/** First and last day it can be; a full day is both. Undefined for what is neither. */
export const spanOf = (text: string): { first: string; last: string } | undefined => {
  if (isDay(text)) return { first: text, last: text };
  if (!isPartialDay(text)) return undefined;
  const [, year = '', month = ''] = partial.exec(text) ?? [];
  if (month === '00') return { first: `${year}-01-01`, last: `${year}-12-31` };
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return { first: `${year}-${month}-01`, last: `${year}-${month}-${last}` };
};

/** Whether somebody can be born then: a day that exists, whole or in part, not before 1900 and not after `today`. */
export const isBirthday = (text: string, today: string): boolean => {
  const span = spanOf(text);
  return span !== undefined && span.first <= today;
};

/**
 * Whole years somebody has surely lived on that day. Of an incomplete date the latest day counts: who may be a minor is treated as one (in doubt
 * for minority; capacity begins at 18, § 80 AufenthG), and pays the lower fee. Undefined for what is no date.
 */
export const surelyAged = (birth: string, on: string): number | undefined => {
  const last = spanOf(birth)?.last;
  if (last === undefined) return undefined;
  const years = Number(on.slice(0, 4)) - Number(last.slice(0, 4));
  return Math.max(0, on.slice(5) < last.slice(5) ? years - 1 : years);
};

const unknown: Record<Writing, { day: string; dayAndMonth: string }> = {
  de: { day: 'Tag unbekannt', dayAndMonth: 'Tag und Monat unbekannt' },
  en: { day: 'day unknown', dayAndMonth: 'day and month unknown' },
};

/** "1990 (Tag und Monat unbekannt)", "Mai 1990 (Tag unbekannt)"; undefined for a full day and for what is no date. */
export const partialDayWords = (text: string, writing: Writing = 'de'): string | undefined => {
  if (!isPartialDay(text)) return undefined;
  const [year = '', month = ''] = text.split('-');
  if (month === '00') return `${year} (${unknown[writing].dayAndMonth})`;
  const words = new Date(`${year}-${month}-15T12:00:00Z`).toLocaleDateString(writing, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return `${words} (${unknown[writing].day})`;
};
