import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { fileClock, fixedClock, systemClock } from '../../../services/platform/clock.ts';

const near = (a: Temporal.Instant, b: Temporal.Instant): boolean => Math.abs(a.epochMilliseconds - b.epochMilliseconds) < 5000;

test('a moved office clock is seen at the next look', async (t) => {
  const file = join(await mkdtemp(join(tmpdir(), 'lotse-clock-')), 'clock.json');
  const clock = fileClock(file);
  t.true(near(clock.now(), systemClock.now()), 'no file, no shift');
  await writeFile(file, JSON.stringify({ offsetMs: 7 * 86_400_000 }));
  t.true(near(clock.now(), systemClock.now().add({ hours: 7 * 24 })));
  await writeFile(file, '{"offsetMs":"7"}');
  t.throws(() => clock.now());
});

test('today is the day in Berlin', (t) => {
  t.is(fixedClock('2026-06-30T22:30:00Z').today().toString(), '2026-07-01');
  t.is(fixedClock('2026-12-31T22:30:00Z').today().toString(), '2026-12-31');
});
