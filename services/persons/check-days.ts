import type { FieldFault } from '../platform/errors.ts';
import { isDay } from '../typed/calendar-day.ts';
import { isBirthday } from '../typed/partial-day.ts';
import type { Applicant } from './applicant.ts';

const dayOf = (value: unknown): string | undefined => (typeof value === 'string' && isDay(value) ? value : undefined);

/**
 * Days that cannot be, each by its field: a birth to come (a day, or a month or year that has not begun), a passport issued tomorrow or after its own
 * end. `today`: JJJJ-MM-TT. That a title or passport has run out is no fault: people come because of it.
 */
export const impossibleDays = (person: Partial<Applicant>, today: string): FieldFault[] => {
  const issued = dayOf(person.passAusstellung);
  const ends = dayOf(person.passGueltigBis);
  return [
    ...(person.geburtsdatum !== undefined && !isBirthday(person.geburtsdatum, today)
      ? [{ field: 'geburtsdatum', message: 'liegt in der Zukunft' }]
      : []),
    ...(issued !== undefined && issued > today ? [{ field: 'passAusstellung', message: 'liegt in der Zukunft' }] : []),
    ...(issued !== undefined && ends !== undefined && issued > ends
      ? [{ field: 'passGueltigBis', message: 'liegt vor dem Tag der Ausstellung' }]
      : []),
  ];
};
