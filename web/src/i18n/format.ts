import { useMemo } from 'preact/hooks';
import { isDay } from '../../../services/typed/calendar-day.ts';
import { createFormat, zone } from './create-format.ts';
import { useLanguage } from './language.tsx';

const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });

/** The office's calendar day (JJJJ-MM-TT) of a moment; a day stays itself. */
export const dayOf = (moment: string): string => (isDay(moment) ? moment : isoDay.format(new Date(moment)));

/** Calendar days from one day to another; both JJJJ-MM-TT. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** Dates and numbers as the language writes them, always in the office's time zone. */
export const useFormat = () => {
  const language = useLanguage();
  return useMemo(() => createFormat(language), [language]);
};
