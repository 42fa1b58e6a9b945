import test from 'ava';
import fc from 'fast-check';
import { formatDate as inLetters, formatDay as inLettersWithWeekday } from '../../../services/letters/format-date.ts';
import { formatDate as inPortal, formatDay as inPortalWithWeekday } from '../../../services/portal/format-date.ts';
import { createFormat } from '../../../web/src/i18n/create-format.ts';

const year = '1990-00-00';
const month = '1990-05-00';

test('every place that writes a date says what is known of an incomplete one', (t) => {
  const { day, longDay, fullDay, dayAndTime } = createFormat('de');
  const german = [inLetters, inLettersWithWeekday, day, longDay, fullDay, dayAndTime];
  for (const format of german) t.deepEqual([format(year), format(month)], ['1990 (Tag und Monat unbekannt)', 'Mai 1990 (Tag unbekannt)']);
  const english = [(text: string) => inPortal(text, 'en'), (text: string) => inPortalWithWeekday(text, 'en'), createFormat('en').day];
  for (const format of english) t.deepEqual([format(year), format(month)], ['1990 (day and month unknown)', 'May 1990 (day unknown)']);
});

test('a text that is no date is shown as it is and takes no page down', (t) => {
  const { day, longDay, fullDay, time, dayAndTime } = createFormat('de');
  fc.assert(
    fc.property(fc.string(), (text) => [day, longDay, fullDay, time, dayAndTime].every((format) => typeof format(text) === 'string')),
  );
  t.is(day('1990-13-45'), '1990-13-45');
});
