import { type DayRange, readDay } from './read-day.ts';
import { visibleText } from './visible-text.ts';

/** As `readDay`, and also `1990`, `05.1990`, `Mai 1990`, `00.05.1990`, `XX.XX.1990`, `unbekannt 1990`: what is not known becomes 00. */
export const readBirthday = (typed: string, range: DayRange): string | undefined => {
  const text = visibleText(typed)
    .replace(/\s*\(.*\)$/, '')
    .replace(/^(?:unbekannt|unknown|ca\.?|um)\s+/i, '')
    .replace(/^(?:(?:00|xx|\?\?|--)\s?[./\s-]\s?){1,2}/i, '');
  const [, year] = /^((?:19|20)\d\d)(?:-00-00)?$/.exec(text) ?? [];
  if (year) return `${year}-00-00`;
  const [, month, ofYear] = /^(\d{1,2})[./\s-]+((?:19|20)\d\d)$/.exec(text) ?? /^(\p{L}{3,})[.\s]+((?:19|20)\d\d)$/u.exec(text) ?? [];
  const [, isoYear, isoMonth] = /^((?:19|20)\d\d)-(\d\d)(?:-00)?$/.exec(text) ?? [];
  const first = isoYear ? `01.${isoMonth}.${isoYear}` : month ? `1. ${/^\d/.test(month) ? `${month}.` : month} ${ofYear}` : undefined;
  if (first) return readDay(first, range)?.replace(/\d\d$/, '00');
  return readDay(text, range);
};
