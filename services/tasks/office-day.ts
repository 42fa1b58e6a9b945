import { type Clock, officeZone } from '../platform/clock.ts';
import type { OfficeDay } from './list-store.ts';

/** Today as moments; a day that changes its clocks has 23 or 25 hours. */
export const officeDay = (clock: Pick<Clock, 'today'>): OfficeDay => {
  const startOf = (day: Temporal.PlainDate): Date => new Date(day.toZonedDateTime(officeZone).epochMilliseconds);
  const today = clock.today();
  return { start: startOf(today), end: startOf(today.add({ days: 1 })) };
};
