import test from 'ava';
import type Joi from 'joi';
import { birthDate, calendarDate, moment } from '../../../services/platform/dates.ts';

const takes = (schema: Joi.Schema, value: string): boolean => schema.validate(value).error === undefined;

test('a date is a day of the calendar', (t) => {
  for (const day of ['2024-02-29', '2026-12-31', '1900-01-01', '9999-12-31']) t.true(takes(calendarDate, day), day);
  for (const day of [
    '2024-02-30',
    '2023-02-29',
    '1900-02-29',
    '2026-06-31',
    '2026-13-01',
    '0000-01-01',
    '1899-12-31',
    '1990-00-04',
    '1990-05-00',
    '1990-00-00',
  ])
    t.false(takes(calendarDate, day), day);
  for (const text of ['8.6.2026', '2026-6-8', '+012026-06-08', '2026-06-08T00:00', ' 2026-06-08', '２０２６-06-08'])
    t.false(takes(calendarDate, text), text);
});

test('a day of birth may be unknown from the right, as on a passport', (t) => {
  for (const day of ['1990-05-04', '1990-05-00', '1990-00-00', '2000-02-29', '2000-02-00']) t.true(takes(birthDate, day), day);
  for (const day of ['1990-00-04', '1990-02-30', '1990-13-00', '0000-00-00', '1899-00-00', '2100-01-01'])
    t.false(takes(birthDate, day), day);
});

test('a moment has an offset and lies on a day of the calendar', (t) => {
  for (const at of ['2026-06-08T08:00:00Z', '2026-06-08T08:00:00.123+02:00']) t.true(takes(moment, at), at);
  for (const at of ['2026-06-08', '2026-06-08T08:00:00', '2026-02-30T08:00:00Z', '-271821-04-20T00:00:00Z', '0000-01-01T00:00:00Z'])
    t.false(takes(moment, at), at);
});
