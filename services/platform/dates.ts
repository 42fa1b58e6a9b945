import Joi from 'joi';
import { isDay } from '../typed/calendar-day.ts';
import { spanOf } from '../typed/partial-day.ts';

const form = /^\d{4}-\d{2}-\d{2}$/;

/** One fault at a time: what has not the form is not also a day that is missing in the calendar. */
const day = (allows: (text: string) => boolean) =>
  Joi.string()
    .pattern(form)
    .custom((text: string, { error }) => (form.test(text) && !allows(text) ? error('date.calendar') : text))
    .messages({ 'string.pattern.base': 'bitte als JJJJ-MM-TT angeben', 'date.calendar': 'diesen Tag gibt es im Kalender nicht' });

/** A day of the calendar, `JJJJ-MM-TT`, not before 1900; 9999-12-31 stands on papers without an end. Every date somebody sends goes through here. */
export const calendarDate = day(isDay);

/** As on a passport: the day may be unknown (`1990-05-00`), or day and month (`1990-00-00`), never the month alone. */
export const birthDate = day((text) => /^(?:19|20)/.test(text) && spanOf(text) !== undefined).messages({
  'string.pattern.base': 'bitte als JJJJ-MM-TT angeben, Unbekanntes als 00',
});

/** A moment with `Z` or an offset, on a day of the calendar. */
export const moment = Joi.string()
  .max(40)
  .custom((text: string, { error }) => {
    try {
      Temporal.Instant.from(text);
    } catch {
      return error('date.calendar');
    }
    return isDay(text.slice(0, 10)) ? text : error('date.calendar');
  })
  .messages({ 'date.calendar': 'diesen Zeitpunkt gibt es im Kalender nicht' });
