import { getRow } from '../office/index.ts';
import { nextWorkingDay } from '../platform/calendar.ts';
import { Conflict, Invalid } from '../platform/errors.ts';

type Day = Temporal.PlainDate;

/**
 * The new last day of a wait that is moved; one that the office has set a person ends on a working day (§ 31 (3) VwVfG, § 193 BGB). Errors: Conflict where
 * a law has given the period to somebody else, because what follows from its end is not the office's to put off; Invalid for a day that has passed.
 */
export const movedDay = (kind: string, day: Day, today: Day): Day => {
  const { gesetz, regel } = getRow('fristen', kind);
  if (gesetz) throw new Conflict(`Diese Frist steht im Gesetz (${gesetz}); sie lässt sich weder verkürzen noch verlängern.`);
  if (Temporal.PlainDate.compare(day, today) < 0) {
    const message = `bitte heute (${today.toLocaleString('de-DE', { dateStyle: 'medium' })}) oder später`;
    throw new Invalid('Die neue Frist liegt in der Vergangenheit.', [{ field: 'date', message }]);
  }
  return regel === 'werktag' ? nextWorkingDay(day) : day;
};
