import type { Frist } from '../office/index.ts';
import { dayDeadline, deemedConsentDay, nextWorkingDay } from '../platform/calendar.ts';

type Day = Temporal.PlainDate;

/** `begun` is today, `days` the period, `wished` a day somebody asked for. */
type Asked = { begun: Day; days: number; wished: Day | undefined };

/** A day that has passed is a slip, or it passed while the engine was away: nobody is asked for something until yesterday, and what was noted comes up at once. */
const ahead = ({ begun, wished }: Asked): Day | undefined =>
  wished && Temporal.PlainDate.compare(wished, begun) >= 0 ? wished : undefined;
const exact = (asked: Asked): Day => ahead(asked) ?? (asked.wished ? asked.begun : asked.begun.add({ days: asked.days }));
/** A period set to a person ends on a working day (§ 193 BGB); in place of a day that has passed they get the whole period. */
const working = (asked: Asked): Day => {
  const day = ahead(asked);
  return day ? nextWorkingDay(day) : dayDeadline(asked.begun, asked.days);
};
/** Silence counts as consent from the day after this one (§ 36 (2) BeschV). The law sets it, whatever a model or a form wishes. */
const beforeDeemed = ({ begun, days }: Asked): Day => deemedConsentDay(begun, days).subtract({ days: 1 });

const rules: Record<Frist['regel'], (asked: Asked) => Day> = { exakt: exact, werktag: working, fiktion: beforeDeemed };

/** The last day of a wait of this kind. */
export const lastDayOf = ({ regel }: Frist, asked: Asked): Day => rules[regel](asked);
