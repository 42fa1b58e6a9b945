import { dayOf } from '../platform/clock.ts';
import { partialDayWords } from '../typed/partial-day.ts';
import type { Language } from './language.ts';

const locales: Record<Language, string> = { de: 'de-DE', en: 'en-GB' };

const toDay = (value: Date | string): Temporal.PlainDate =>
  typeof value === 'string' && !value.includes('T')
    ? Temporal.PlainDate.from(value)
    : dayOf(Temporal.Instant.from(typeof value === 'string' ? value : value.toISOString()));

/** "8. Juni 2026", "8 June 2026". Takes a day or a moment, as seen from the office; a birthday known in part is said in words. */
export const formatDate = (value: Date | string, language: Language): string =>
  partialDayWords(String(value), language) ??
  toDay(value).toLocaleString(locales[language], { day: 'numeric', month: 'long', year: 'numeric' });

/** With its weekday: for every date a person must keep. */
export const formatDay = (value: Date | string, language: Language): string =>
  partialDayWords(String(value), language) ??
  toDay(value).toLocaleString(locales[language], { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

export const dayString = (value: Date): string => toDay(value).toString();
