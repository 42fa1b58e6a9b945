import { dateOf, officeZone } from '../platform/clock.ts';
import { Invalid } from '../platform/errors.ts';

type Day = Temporal.PlainDate;

/** Both days included. */
export type Period = { from: Day; to: Day };

const USUAL_DAYS = 30;
/** Longer than anything stands in the office; keeps one request from reading everything. */
const MOST_DAYS = 3 * 366;

const readDay = (text: string | undefined): Day | undefined => (text === undefined ? undefined : Temporal.PlainDate.from(text));

/** A period as asked for; the last 30 days of the office by default. */
export const readPeriod = (asked: { from?: string; to?: string }, today: Day): Period => {
  const end = readDay(asked.to);
  const start = readDay(asked.from);
  const to = end ?? (start && Temporal.PlainDate.compare(start, today) > 0 ? start : today);
  const from = start ?? to.subtract({ days: USUAL_DAYS - 1 });
  const days = from.until(to, { largestUnit: 'days' }).days + 1;
  if (days < 1) throw new Invalid('Der Zeitraum endet, bevor er beginnt.');
  if (days > MOST_DAYS) throw new Invalid('Der Zeitraum darf höchstens drei Jahre umfassen.');
  return { from, to };
};

const beginOf = (day: Day): Date => dateOf(day.toZonedDateTime(officeZone));

/** From the first moment of its first day to the first one after its last, in Berlin. */
export const momentsOf = ({ from, to }: Period): { from: Date; until: Date } => ({
  from: beginOf(from),
  until: beginOf(to.add({ days: 1 })),
});
