import { dayOf } from './clock.ts';

/** "29. Juni 2026", of a day or of a moment as seen from the office: so history and letters write it. */
export const longDay = (day: Temporal.PlainDate | Date): string =>
  (day instanceof Date ? dayOf(day) : day).toLocaleString('de-DE', { dateStyle: 'long' });
