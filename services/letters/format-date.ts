import { officeZone } from '../platform/clock.ts';
import { longDay } from '../platform/german-day.ts';
import { partialDayWords } from '../typed/partial-day.ts';

const toDate = (value: string | Date): Temporal.PlainDate => {
  const text = typeof value === 'string' ? value : value.toISOString();
  return text.includes('T') ? Temporal.Instant.from(text).toZonedDateTimeISO(officeZone).toPlainDate() : Temporal.PlainDate.from(text);
};

/** "29. Juni 2026" for a day (`2026-06-29`) or a moment (with Z or offset), as seen from the office; "Mai 1990 (Tag unbekannt)" for a birthday known in part. */
export const formatDate = (value: string | Date): string => partialDayWords(String(value)) ?? longDay(toDate(value));

/** "Montag, 29. Juni 2026": the form for every date a reader must keep. */
export const formatDay = (value: string | Date): string => {
  const partial = partialDayWords(String(value));
  if (partial) return partial;
  const day = toDate(value);
  return `${day.toLocaleString('de-DE', { weekday: 'long' })}, ${formatDate(day.toString())}`;
};

/** The office's calendar day of a moment, as `YYYY-MM-DD`. */
export const officeDay = (value: string | Date): string => toDate(value).toString();
