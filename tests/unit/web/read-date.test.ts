import test from 'ava';
import { readDate, readNumber, showDate } from '../../../web/src/forms/read-date.ts';

test('a day is read in the ways people type it', (t) => {
  for (const typed of ['1.2.2026', '01.02.2026', '01.02.26', '01022026', '2026-02-01', ' 1. 2. 2026 ', '1/2/2026', '01-02-2026'])
    t.is(readDate(typed), '2026-02-01', typed);
});

test('what is no day stays what was typed, for the check to name', (t) => {
  for (const typed of ['30.02.2026', '31.4.2026', 'morgen', '2026', '1.2.', '']) t.is(readDate(typed), undefined, typed);
  t.is(showDate('30.02.2026'), '30.02.2026');
});

test('a day is shown as it is written in a German form', (t) => {
  t.is(showDate('2026-02-01'), '01.02.2026');
  t.is(showDate(undefined), '');
});

test('numbers are read with comma or point', (t) => {
  t.is(readNumber('1.234,5'), 1234.5);
  t.is(readNumber('1234.5'), 1234.5);
  t.is(readNumber('-3'), -3);
  t.is(readNumber('drei'), 'drei');
});
