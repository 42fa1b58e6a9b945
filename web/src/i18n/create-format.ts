import { isDay } from '../../../services/typed/calendar-day.ts';
import { partialDayWords } from '../../../services/typed/partial-day.ts';
import type { Writing } from '../../../services/typed/read-number.ts';

/** All dates are the office's. */
export const zone = 'Europe/Berlin';
const locales: Record<Writing, string> = { de: 'de-DE', en: 'en-GB' };
/** Dates and numbers as a language writes them. */
export const createFormat = (language: Writing) => {
  const locale = locales[language];
  const day = new Intl.DateTimeFormat(locale, { timeZone: zone, day: '2-digit', month: '2-digit', year: 'numeric' });
  const fullDay = new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: 'full' });
  const longDay = new Intl.DateTimeFormat(locale, { timeZone: zone, day: 'numeric', month: 'long', year: 'numeric' });
  const time = new Intl.DateTimeFormat(locale, { timeZone: zone, hour: '2-digit', minute: '2-digit' });
  const number = new Intl.NumberFormat(locale);
  /** A calendar day has no zone: noon keeps it the same day everywhere. What is no date is shown as it is, a birthday known in part in words. */
  const written =
    (...formats: Intl.DateTimeFormat[]) =>
    (text: string): string => {
      const date = new Date(isDay(text) ? `${text}T12:00:00Z` : text);
      if (Number.isNaN(date.getTime())) return partialDayWords(text, language) ?? text;
      return formats.map((format) => format.format(date)).join(', ');
    };
  return {
    day: written(day),
    longDay: written(longDay),
    /** With its weekday: to check a day by. */
    fullDay: written(fullDay),
    time: written(time),
    dayAndTime: written(day, time),
    number: (value: number): string => number.format(value),
  };
};
