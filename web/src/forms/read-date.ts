import { isDate } from '../../../services/forms/check-value.ts';

const two = (text: string): string => text.padStart(2, '0');

/** What people type for a day (1.2.2026, 01.02.26, 01022026, 2026-02-01) as JJJJ-MM-TT; undefined if it names none. */
export const readDate = (typed: string): string | undefined => {
  const text = typed.trim();
  const [, day = '', month = '', year = ''] =
    /^(\d{1,2})[.\s/-]+(\d{1,2})[.\s/-]+(\d{4}|\d{2})$/.exec(text) ?? /^(\d\d)(\d\d)(\d{4})$/.exec(text) ?? [];
  const iso = day ? `${year.length === 2 ? `20${year}` : year}-${two(month)}-${two(day)}` : text;
  return isDate(iso) ? iso : undefined;
};

/** As it is written in a German form; what is no day stays as it was typed. */
export const showDate = (value: unknown): string => {
  const text = typeof value === 'string' ? value : '';
  return isDate(text) ? text.split('-').reverse().join('.') : text;
};

/** `1.234,5` and `1234.5` as a number; what is none stays text, for the check to name. */
export const readNumber = (typed: string): number | string => {
  const text = typed.trim().replace(/\s/g, '');
  const plain = text.includes(',') ? text.replace(/\./g, '').replace(',', '.') : text;
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : text;
};
