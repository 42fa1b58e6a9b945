import test from 'ava';
import { officeWarnings } from '../../support/runner/office-warnings.ts';
import { readTap } from '../../support/runner/read-tap.ts';
import { addTo, newTally, oneFailure, sayFailures } from '../../support/runner/tally.ts';

const tap = [
  'TAP version 13',
  'ok 1 - fees › a fee is paid once',
  'not ok 2 - fees › a fee is asked for',
  '  ---',
  '    message: two letters',
  '  ...',
  'ok 3 - fees › later # SKIP',
  'not ok 4 - fees › not yet # TODO',
  '#   said by the test',
  '# tests 3',
];

const read = (lines: readonly string[]) => {
  const shown: string[] = [];
  const reader = readTap((line) => shown.push(line));
  for (const line of lines) reader.line(line);
  return { shown, tally: reader.tally() };
};

test('each test is counted and shown once, what a failed one said behind it', (t) => {
  const { shown, tally } = read(tap);
  t.like(tally, { passed: 1, failed: 1, skipped: 2 });
  t.deepEqual(shown, [
    '✔ fees › a fee is paid once',
    '✘ fees › a fee is asked for',
    '  ---',
    '    message: two letters',
    '  ...',
    '- fees › later',
    '- fees › not yet',
    '  said by the test',
  ]);
});

test('what the office warned of lately stands at the failure, and nowhere else', (t) => {
  const now = Date.parse('2026-12-01T00:05:00Z');
  const line = (level: number, time: string, msg: string): string => JSON.stringify({ level, time, msg });
  const log = [
    line(40, '2026-12-01T00:01:00Z', 'long ago'),
    'Lotse läuft',
    line(30, '2026-12-01T00:04:10Z', 'as ever'),
    line(40, '2026-12-01T00:04:20Z', 'polling paused'),
    line(50, '2026-12-01T00:04:30Z', 'no more room'),
  ].join('\n');
  const found = officeWarnings(log, now);
  t.deepEqual(
    found.map((each) => JSON.parse(each).msg),
    ['polling paused', 'no more room'],
  );
  t.is(officeWarnings(Array.from({ length: 50 }, (_, n) => line(40, '2026-12-01T00:04:20Z', `${n}`)).join('\n'), now).length, 12);
  const shown: string[] = [];
  const reader = readTap(
    (each) => shown.push(each),
    () => ['polling paused'],
  );
  for (const each of ['ok 1 - a', 'not ok 2 - b', '  reason', 'ok 3 - c']) reader.line(each);
  t.deepEqual(shown, ['✔ a', '✘ b', '  office: polling paused', '  reason', '✔ c']);
  t.deepEqual(reader.tally().failures, [['✘ b', '  office: polling paused', '  reason']]);
});

test('at the end of a run everything that failed is said again, with its reason and not without bound', (t) => {
  const sum = newTally();
  addTo(sum, read(tap).tally);
  addTo(sum, oneFailure('✘ check ended with 1', ...Array.from({ length: 100 }, (_, at) => `line ${at}`)));
  t.like(sum, { passed: 1, failed: 2, skipped: 2 });
  const said: string[] = [];
  sayFailures(sum.failures, (line) => said.push(line));
  t.deepEqual(said.slice(0, 6), ['', '✘ fees › a fee is asked for', '  ---', '    message: two letters', '  ...', '']);
  t.is(said[6], '✘ check ended with 1');
  t.is(said.at(-1), '  … and 61 more lines above');
});
