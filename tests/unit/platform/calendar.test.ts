import test from 'ava';
import fc from 'fast-check';
import {
  addWorkingDays,
  bekanntgabePortal,
  bekanntgabePost,
  dayDeadline,
  deemedConsentDay,
  endOfDay,
  isWorkingDay,
  monthDeadline,
  nextWorkingDay,
  portalRetrievalEnds,
  untaetigkeit,
} from '../../../services/platform/calendar.ts';
import { dayOf } from '../../../services/platform/clock.ts';
import { isWorkingDayByHand, monthDeadlineByHand } from './calendar-by-hand.ts';

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);

test('T1: posted on 08.06.2026, four days: the month ends on Monday 13.07.2026', (t) => {
  const bekanntgabe = bekanntgabePost(day('2026-06-08'), 4);
  t.is(bekanntgabe.toString(), '2026-06-12');
  t.is(monthDeadline(bekanntgabe, 1).toString(), '2026-07-13');
});

test('T2: the same with three days ends on the same Monday', (t) => {
  const bekanntgabe = bekanntgabePost(day('2026-06-08'), 3);
  t.is(bekanntgabe.toString(), '2026-06-11');
  t.is(monthDeadline(bekanntgabe, 1).toString(), '2026-07-13');
});

test('T3: a month from 31.01.2027 ends on Monday 01.03.2027', (t) => {
  t.is(monthDeadline(day('2027-01-31'), 1).toString(), '2027-03-01');
});

test('T4: asked on 01.04.2026, two weeks end on 15.04. and consent counts from 16.04.', (t) => {
  t.is(dayDeadline(day('2026-04-01'), 14).toString(), '2026-04-15');
  t.is(deemedConsentDay(day('2026-04-01'), 14).toString(), '2026-04-16');
});

test('T5: applied on 15.01.2026, failure to act can be sued once 15.04.2026 is over; warning at day 60, escalation at day 80', (t) => {
  const { warnOn, escalateOn, ends } = untaetigkeit(day('2026-01-15'), 3);
  t.is(warnOn.toString(), '2026-03-16');
  t.is(escalateOn.toString(), '2026-04-05');
  t.is(ends.toString(), '2026-04-15');
});

test('notification by post moves to a working day only where the office says so', (t) => {
  t.is(bekanntgabePost(day('2026-06-10'), 4).toString(), '2026-06-14');
  t.is(bekanntgabePost(day('2026-06-10'), 4, true).toString(), '2026-06-15');
});

test('notification in the portal is the day after opening, and ten days are given for it', (t) => {
  t.is(bekanntgabePortal(day('2026-06-12')).toString(), '2026-06-13');
  t.is(portalRetrievalEnds(day('2026-06-12')).toString(), '2026-06-22');
});

for (const [date, name] of [
  ['2026-01-06', 'Heilige Drei Könige'],
  ['2026-06-04', 'Fronleichnam'],
  ['2027-11-01', 'Allerheiligen'],
  ['2026-04-03', 'Karfreitag'],
] as const)
  test(`${name} (${date}) is no working day in Baden-Württemberg`, (t) => {
    t.false(isWorkingDay(day(date)));
  });

for (const [date, name] of [
  ['2028-10-31', 'Reformationstag'],
  ['2027-12-24', 'Heiligabend'],
  ['2028-08-15', 'Mariä Himmelfahrt'],
] as const)
  test(`${name} (${date}) is a working day in Baden-Württemberg`, (t) => {
    t.true(isWorkingDay(day(date)));
  });

test('the last second of a day is in Berlin time, in summer, winter and on the days the clock changes', (t) => {
  t.is(endOfDay(day('2026-07-13')).toString(), '2026-07-13T21:59:59Z');
  t.is(endOfDay(day('2026-12-01')).toString(), '2026-12-01T22:59:59Z');
  t.is(endOfDay(day('2026-03-29')).toString(), '2026-03-29T21:59:59Z');
  t.is(endOfDay(day('2026-10-25')).toString(), '2026-10-25T22:59:59Z');
});

const anyDay = fc.integer({ min: 0, max: 365 * 60 }).map((days) => day('2000-01-01').add({ days }));

test('every day of sixty years is a working day or not just as the law lists the holidays', (t) => {
  for (let date = day('2000-01-01'); date.year < 2060; date = date.add({ days: 1 }))
    if (isWorkingDay(date) !== isWorkingDayByHand(date)) t.fail(date.toString());
  t.pass();
});

test('a month deadline is what counting by hand gives', (t) => {
  fc.assert(
    fc.property(
      anyDay,
      fc.integer({ min: 1, max: 36 }),
      (date, months) => monthDeadline(date, months).toString() === monthDeadlineByHand(date, months),
    ),
  );
  t.pass();
});

test('a deadline never ends early, never on a free day and never a working day late', (t) => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 400 }), (date, days) => {
      const end = dayDeadline(date, days);
      const plain = date.add({ days });
      if (!isWorkingDayByHand(end) || Temporal.PlainDate.compare(end, plain) < 0) return false;
      for (let between = plain; Temporal.PlainDate.compare(between, end) < 0; between = between.add({ days: 1 }))
        if (isWorkingDayByHand(between)) return false;
      return true;
    }),
  );
  t.pass();
});

test('adding working days counts exactly the working days passed', (t) => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (date, count) => {
      const end = addWorkingDays(date, count);
      let passed = 0;
      for (let each = date; !each.equals(end); ) {
        each = each.add({ days: 1 });
        if (isWorkingDayByHand(each)) passed += 1;
      }
      return passed === count && (count === 0 || isWorkingDayByHand(end));
    }),
  );
  t.pass();
});

test('the next working day of a working day is that day, and the end of a day is on that day', (t) => {
  fc.assert(
    fc.property(anyDay, (date) => nextWorkingDay(nextWorkingDay(date)).equals(nextWorkingDay(date)) && dayOf(endOfDay(date)).equals(date)),
  );
  t.pass();
});
