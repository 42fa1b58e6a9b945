import test from 'ava';
import fc from 'fast-check';
import { isDay } from '../../../services/typed/calendar-day.ts';
import { readDay, showDay } from '../../../services/typed/read-day.ts';

const today = '2026-11-30';

test('a day is read in the ways people type it', (t) => {
  for (const typed of [
    '1.2.27',
    '1.2.2027',
    '01.02.2027',
    '01.02.27',
    '1.2.',
    '1.2',
    '01022027',
    '010227',
    '20270201',
    '2027-02-01',
    '2027/2/1',
    ' 1. 2. 2027 ',
    '1/2/27',
    '01-02-2027',
    '1 2 27',
    '1. Februar 2027',
    '1.Februar 2027',
    '1. Feb. 27',
    '1 February 2027',
    '1st Feb 2027',
    'February 1, 2027',
    'Montag, 1. Februar 2027',
    'Mo. 1.2.2027',
    'Monday, 1 February 2027',
    '01.02.2027\u200b',
    '\u200e01.02.2027',
    '01.02.2027.',
  ])
    t.is(readDay(typed, { today }), '2027-02-01', typed);
  for (const typed of ['1. März 2027', '1. Maerz 2027', '1 March 2027', '1. Mrz 27']) t.is(readDay(typed, { today }), '2027-03-01', typed);
});

test('a short year is the one the question asks for', (t) => {
  const birth = { today, max: today };
  t.is(readDay('1.2.27', birth), '1927-02-01');
  t.is(readDay('1.2.26', birth), '2026-02-01');
  t.is(readDay('010285', birth), '1985-02-01');
  const expiry = { today, min: today };
  t.is(readDay('1.2.31', expiry), '2031-02-01');
  t.is(readDay('1.2.58', expiry), '2058-02-01');
  // A day that has passed is named as what it says, for the bound to refuse; nobody means 2124.
  t.is(readDay('1.2.24', expiry), '2024-02-01');
  t.is(readDay('1.2.85', { today }), '1985-02-01');
  t.is(readDay('1.2.24', { today }), '2024-02-01');
});

test('a missing year is this one, the next or the last, as the question asks', (t) => {
  t.is(readDay('30.11.', { today }), today);
  t.is(readDay('29.11.', { today }), '2027-11-29');
  t.is(readDay('1.12.', { today, min: today }), '2026-12-01');
  t.is(readDay('1.12.', { today, max: today }), '2025-12-01');
  t.is(readDay('30.11.', { today, max: today }), today);
});

test('what is no day stays what was typed, for the check to name', (t) => {
  for (const typed of ['30.02.2026', '31.4.2026', 'morgen', '2026', '2/13/27', '1. Markt 2027', '1.2.1827', '32.1.', '0.1.2027', ''])
    t.is(readDay(typed, { today }), undefined, typed);
  t.is(showDay('30.02.2026'), '30.02.2026');
});

test('a day is shown as it is written in a German form', (t) => {
  t.is(showDay('2026-02-01'), '01.02.2026');
  t.is(showDay(undefined), '');
});

const days = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test('every day is read as itself, however it is written out', (t) => {
  const long = (locale: string) => new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' });
  const writings: ((day: string) => string)[] = [
    (day) => day,
    showDay,
    (day) => showDay(day).replaceAll('.', ''),
    (day) => showDay(day).replaceAll('.', '/'),
    (day) => day.replaceAll('-', ''),
    (day) => long('de-DE').format(new Date(day)),
    (day) => long('en-GB').format(new Date(day)),
  ];
  fc.assert(fc.property(days, fc.constantFrom(...writings), (day, write) => readDay(write(day), { today }) === day));
  t.pass();
});

test('a short year lies within the bounds whenever one of both centuries does', (t) => {
  fc.assert(
    fc.property(days, fc.boolean(), (day, past) => {
      const range = past ? { today, max: today } : { today, min: today };
      const short = `${day.slice(8)}.${day.slice(5, 7)}.${day.slice(2, 4)}`;
      const read = readDay(short, range);
      const could = ['19', '20'].map((century) => `${century}${day.slice(2)}`).filter(isDay);
      const inside = could.filter((each) => (past ? each <= today : each >= today));
      return inside.length === 0 ? read === undefined || could.includes(read) : read !== undefined && inside.includes(read);
    }),
  );
  t.pass();
});

test('any text is a day of the calendar or none, and never throws', (t) => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      const read = readDay(typed, { today });
      return read === undefined || isDay(read);
    }),
  );
  t.pass();
});
