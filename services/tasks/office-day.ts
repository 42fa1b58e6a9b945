import { type Clock, dateOf, officeZone } from '../platform/clock.ts';
import type { OfficeDay } from './list-store.ts';

/** Today as moments; a day that changes its clocks has 23 or 25 hours. */
export const officeDay = (clock: Pick<Clock, 'today'>): OfficeDay => {
  const startOf = (day: Temporal.PlainDate): Date => dateOf(day.toZonedDateTime(officeZone));
  const today = clock.today();
  return { start: startOf(today), end: startOf(today.add({ days: 1 })) };
};
