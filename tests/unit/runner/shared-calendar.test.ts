import { setTimeout as pause } from 'node:timers/promises';
import test from 'ava';
import { createCalendar } from '../../support/calendar/create-calendar.ts';

const recorded = (fails?: string) => {
  const moves: string[] = [];
  const calendar = createCalendar(async (day) => {
    moves.push(day);
    await pause(2);
    if (day === fails) throw new Error(`no ${day}`);
  });
  return { moves, calendar };
};

test('a day comes once for all who wait for it, and the days come in order', async (t) => {
  const { moves, calendar } = recorded();
  const seen: string[] = [];
  const walk = async (who: string, days: readonly string[]): Promise<void> => {
    await calendar.join(who);
    for (const day of days) {
      await pause(1);
      await calendar.until(who, day);
      seen.push(`${day} ${who}`);
    }
    calendar.leave(who);
  };
  await Promise.all([walk('a', ['2027-01-02', '2027-01-05']), walk('b', ['2027-01-03', '2027-01-05']), walk('c', ['2027-01-05'])]);
  t.deepEqual(moves, ['2027-01-02', '2027-01-03', '2027-01-05']);
  t.deepEqual(
    seen.map((each) => each.slice(0, 10)),
    ['2027-01-02', '2027-01-03', '2027-01-05', '2027-01-05', '2027-01-05'],
  );
});

test('the clock stands while anybody works, also who came late; who leaves holds nobody up', async (t) => {
  const { moves, calendar } = recorded();
  await Promise.all([calendar.join('a'), calendar.join('b')]);
  const first = calendar.until('a', '2027-01-02');
  await pause(5);
  t.deepEqual(moves, []);
  calendar.leave('b');
  await calendar.join('late');
  t.deepEqual(moves, ['2027-01-02'], 'the move had begun: the late one waited for its end');
  await first;
  const second = calendar.until('a', '2027-01-09');
  await pause(5);
  t.is(moves.length, 1);
  calendar.leave('late');
  await second;
  t.deepEqual(moves, ['2027-01-02', '2027-01-09']);
});

test('a day that is there already is not waited for; a clock that does not move is told to who waited', async (t) => {
  const { calendar } = recorded('2027-02-01');
  await calendar.join('a');
  await calendar.until('a', '2027-01-02');
  await calendar.until('a', '2027-01-01');
  await t.throwsAsync(calendar.until('a', '2027-02-01'), { message: 'no 2027-02-01' });
  await calendar.until('a', '2027-02-02');
});
