import { getHolidays } from 'feiertagejs';
import { officeZone } from './clock.ts';

/**
 * Deadlines of German administrative law on the calendar of Baden-Württemberg: §§ 187, 188, 193 BGB through § 31 VwVfG
 * and § 57 VwGO. Everything is a day in Berlin; only `endOfDay` turns a day into a moment.
 */
type Day = Temporal.PlainDate;

const holidaysOf = new Map<number, ReadonlySet<string>>();

const isHoliday = (date: Day): boolean => {
  let holidays = holidaysOf.get(date.year);
  if (!holidays) {
    holidays = new Set(getHolidays(date.year, 'BW').map((holiday) => holiday.dateString));
    holidaysOf.set(date.year, holidays);
  }
  return holidays.has(date.toString());
};

/** Monday to Friday, no public holiday. 24 and 31 December are working days. */
export const isWorkingDay = (date: Day): boolean => date.dayOfWeek <= 5 && !isHoliday(date);

/** The day itself if it is a working day, else the first one after it (§ 193 BGB). */
export const nextWorkingDay = (date: Day): Day => {
  let day = date;
  while (!isWorkingDay(day)) day = day.add({ days: 1 });
  return day;
};

/** The n-th working day after the date; 0 gives the date itself, whatever day it is. */
export const addWorkingDays = (date: Day, days: number): Day => {
  let day = date;
  for (let left = days; left > 0; left -= 1) day = nextWorkingDay(day.add({ days: 1 }));
  return day;
};

/** Last day of a period of days. The day of the event does not count (§ 187 (1)); the end moves to a working day (§ 193). */
export const dayDeadline = (start: Day, days: number): Day => nextWorkingDay(start.add({ days }));

/** Last day of a period of months: same day number, or the month's last day (§ 188 (2), (3)), moved to a working day (§ 193). */
export const monthDeadline = (bekanntgabe: Day, months: number): Day => nextWorkingDay(bekanntgabe.add({ months }));

/**
 * Notification by post. `days` is the office's setting (3 or 4). The text of § 41 (2) VwVfG does not move this day to a
 * working day, so `shift` is off unless the office decides otherwise.
 */
export const bekanntgabePost = (posted: Day, days: number, shift = false): Day => {
  const day = posted.add({ days });
  return shift ? nextWorkingDay(day) : day;
};

/** Notification in the portal: the day after the letter was opened (§ 41 (2a) VwVfG). */
export const bekanntgabePortal = (retrieved: Day): Day => retrieved.add({ days: 1 });

/** Not opened by the end of this day = not notified, to be sent again (§ 41 (2a) VwVfG). */
export const portalRetrievalEnds = (provided: Day): Day => provided.add({ days: 10 });

/** First day on which a silent authority counts as having agreed, e.g. § 36 (2) BeschV: the day after the period has ended. */
export const deemedConsentDay = (requested: Day, days: number): Day => dayDeadline(requested, days).add({ days: 1 });

/**
 * An action for failure to act is possible once `months` have passed since the application (§ 75 VwGO): `ends` is their last day, which does not move to a
 * working day, because nothing has to be done on it. The office looks earlier.
 */
export const untaetigkeit = (applied: Day, months: number): { warnOn: Day; escalateOn: Day; ends: Day } => ({
  warnOn: applied.add({ days: 60 }),
  escalateOn: applied.add({ days: 80 }),
  ends: applied.add({ months }),
});

/**
 * The last second of the day in Berlin. Its `toString()` is ISO with `Z`, as the engine's timers want it, and it still
 * shows the right date on every screen, which 24:00 would not.
 */
export const endOfDay = (date: Day): Temporal.Instant =>
  date.add({ days: 1 }).toZonedDateTime(officeZone).subtract({ seconds: 1 }).toInstant();
