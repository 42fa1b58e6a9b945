import test from 'ava';
import { endOfWait } from '../../../services/waits/waits.ts';

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const [today, tomorrow] = [day('2026-12-01'), day('2026-12-02')];

test('a period is over with its last day in Berlin, be it summer or winter', (t) => {
  t.is(endOfWait('unterlagen', tomorrow, today).toISOString(), '2026-12-02T22:59:59.000Z');
  t.is(endOfWait('unterlagen', today, today).toISOString(), '2026-12-01T22:59:59.000Z');
  t.is(endOfWait('unterlagen', day('2026-07-02'), today).toISOString(), '2026-07-02T21:59:59.000Z');
});

test('what is noted for a day lies there when its work begins', (t) => {
  t.is(endOfWait('wiedervorlage', tomorrow, today).toISOString(), '2026-12-02T05:00:00.000Z');
});

test('what is noted for today lies there at once, at any hour: before six in the morning nobody waits until then', (t) => {
  t.is(endOfWait('wiedervorlage', today, today).toISOString(), '2026-11-30T23:00:00.000Z');
});
