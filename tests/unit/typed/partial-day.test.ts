import test from 'ava';
import fc from 'fast-check';
import { isBirthday, isPartialDay, partialDayWords, spanOf, surelyAged } from '../../../services/typed/partial-day.ts';
import { readBirthday } from '../../../services/typed/read-birthday.ts';

const today = '2026-11-30';
const range = { today, max: today };

test('a birthday of which only the year, or year and month, is known is read as such', (t) => {
  for (const typed of ['1990', 'unbekannt 1990', '00.00.1990', 'XX.XX.1990', '1990-00-00', '1990 (Tag und Monat unbekannt)'])
    t.is(readBirthday(typed, range), '1990-00-00', typed);
  for (const typed of [
    '05.1990',
    '5/1990',
    'Mai 1990',
    'May 1990',
    '00.05.1990',
    'XX.05.1990',
    '1990-05',
    '1990-05-00',
    'Mai 1990 (Tag unbekannt)',
  ])
    t.is(readBirthday(typed, range), '1990-05-00', typed);
  t.is(readBirthday('4.5.90', range), '1990-05-04');
  for (const typed of ['13.1990', '1890', '30.02.1990', 'unbekannt', '']) t.is(readBirthday(typed, range), undefined, typed);
});

test('nobody is born on a day that does not exist, in the future or before 1900', (t) => {
  for (const day of [
    '1990-02-30',
    '1990-04-31',
    '1990-13-01',
    '1990-13-00',
    '1990-00-07',
    '1899-12-31',
    '1899-00-00',
    '2026-12-01',
    '2026-12-00',
    '2027-00-00',
    '1990',
    '',
  ])
    t.false(isBirthday(day, today), day);
  for (const day of [
    '1990-05-04',
    '1990-05-00',
    '1990-00-00',
    '1900-01-01',
    '1900-00-00',
    '2026-11-30',
    '2026-11-00',
    '2026-00-00',
    '1992-02-29',
  ])
    t.true(isBirthday(day, today), day);
});

test('an incomplete date is said in words, in both languages', (t) => {
  t.is(partialDayWords('1990-00-00'), '1990 (Tag und Monat unbekannt)');
  t.is(partialDayWords('1990-05-00'), 'Mai 1990 (Tag unbekannt)');
  t.is(partialDayWords('1990-00-00', 'en'), '1990 (day and month unknown)');
  t.is(partialDayWords('1990-05-00', 'en'), 'May 1990 (day unknown)');
  t.is(partialDayWords('1990-05-04'), undefined);
});

test('whoever may still be a minor is not counted as grown up', (t) => {
  t.is(surelyAged('2008-00-00', today), 17);
  t.is(surelyAged('2008-00-00', '2026-12-31'), 18);
  t.is(surelyAged('2008-11-00', '2026-11-29'), 17);
  t.is(surelyAged('2008-11-00', today), 18);
  t.is(surelyAged('2008-11-30', today), 18);
  t.is(surelyAged('2008-12-01', today), 17);
  t.is(surelyAged('2008-02-29', '2026-02-28'), 17);
  t.is(surelyAged('2026-00-00', today), 0);
  t.is(surelyAged('unbekannt', today), undefined);
});

test('an incomplete date spans real days, and its words are read as itself again', (t) => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1900, max: 2026 }),
      fc.integer({ min: 0, max: 12 }),
      fc.constantFrom('de', 'en'),
      (year, month, writing) => {
        const day = `${year}-${String(month).padStart(2, '0')}-00`;
        const span = spanOf(day);
        const words = partialDayWords(day, writing as 'de' | 'en') ?? '';
        return isPartialDay(day) && span !== undefined && span.first < span.last && readBirthday(words, { today }) === day;
      },
    ),
  );
  t.pass();
});
