import { useMemo } from 'preact/hooks';
import { type Language, useLanguage } from './language.tsx';

const zone = 'Europe/Berlin';
const locales: Record<Language, string> = { de: 'de-DE', en: 'en-GB' };
const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text);

/** The office's calendar day (JJJJ-MM-TT) of a moment; a day stays itself. */
export const dayOf = (moment: string): string => (isDay(moment) ? moment : isoDay.format(new Date(moment)));

/** Calendar days from one day to another; both JJJJ-MM-TT. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

const createFormat = (language: Language) => {
  const locale = locales[language];
  const day = new Intl.DateTimeFormat(locale, { timeZone: zone, day: '2-digit', month: '2-digit', year: 'numeric' });
  const longDay = new Intl.DateTimeFormat(locale, { timeZone: zone, day: 'numeric', month: 'long', year: 'numeric' });
  const time = new Intl.DateTimeFormat(locale, { timeZone: zone, hour: '2-digit', minute: '2-digit' });
  const number = new Intl.NumberFormat(locale);
  const decimal = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2, useGrouping: false });
  /** A calendar day has no zone: noon keeps it the same day everywhere. */
  const at = (text: string): Date => new Date(isDay(text) ? `${text}T12:00:00Z` : text);
  return {
    day: (text: string): string => day.format(at(text)),
    longDay: (text: string): string => longDay.format(at(text)),
    time: (text: string): string => time.format(at(text)),
    dayAndTime: (text: string): string => `${day.format(at(text))}, ${time.format(at(text))}`,
    number: (value: number): string => number.format(value),
    /** Two places, no groups: as a person would type it. */
    decimal: (value: number): string => decimal.format(value),
  };
};

/** Dates and numbers as the language writes them, always in the office's time zone. */
export const useFormat = () => {
  const language = useLanguage();
  return useMemo(() => createFormat(language), [language]);
};
