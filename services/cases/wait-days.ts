import { nextWorkingDay } from '../platform/calendar.ts';
import { Conflict, Invalid } from '../platform/errors.ts';

type Day = Temporal.PlainDate;

/** Periods that the office sets a person: they end on a working day (§ 31 (3) VwVfG, § 193 BGB). */
const OF_PEOPLE: readonly string[] = ['unterlagen', 'anhoerung', 'zahlung'];

/** Periods that a law gives somebody else: what follows from their end is not the office's to bring forward or to put off. */
const OF_LAW: Readonly<Record<string, string>> = { ba: '§ 36 Abs. 2 BeschV' };

/**
 * The new last day of a wait that is moved. Errors: Conflict where a law has set the period, Invalid for a day that has passed.
 */
export const movedDay = (kind: string, day: Day, today: Day): Day => {
  const norm = OF_LAW[kind];
  if (norm) throw new Conflict(`Diese Frist steht im Gesetz (${norm}); sie lässt sich weder verkürzen noch verlängern.`);
  if (Temporal.PlainDate.compare(day, today) < 0) {
    const message = `bitte heute (${today.toLocaleString('de-DE', { dateStyle: 'medium' })}) oder später`;
    throw new Invalid('Die neue Frist liegt in der Vergangenheit.', [{ field: 'date', message }]);
  }
  return OF_PEOPLE.includes(kind) ? nextWorkingDay(day) : day;
};
