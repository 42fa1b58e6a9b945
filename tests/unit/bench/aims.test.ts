import { readFileSync } from 'node:fs';
import test from 'ava';
import { type AimName, aims, bound, holds, judge } from '../../bench/aims.ts';
import { type Line, markdown, verdict } from '../../bench/report.ts';

test('every aim of the bench is a sentence of the README', (t) => {
  const readme = readFileSync('README.md', 'utf8').replace(/\s+/g, ' ');
  for (const { says } of Object.values(aims)) t.true(readme.includes(says), says);
});

test('each aim holds on one side of its bound, and nothing measured holds none', (t) => {
  const sides: Record<AimName, [holds: number, misses: number]> = {
    rate: [50, 49.9],
    ownCore: [80, 79.9],
    processor: [40, 40.1],
    listed: [40, 40.1],
    next: [30, 30.1],
    list: [19.9, 20],
    idleMemory: [900, 901],
    loadMemory: [1500, 1501],
    warmStart: [12, 12.1],
    failed: [0, 1],
    peerRate: [1.01, 1],
    peerProcessor: [0.99, 1],
  };
  for (const [name, [good, bad]] of Object.entries(sides) as [AimName, [number, number]][]) {
    t.true(holds(name, good), name);
    t.false(holds(name, bad), name);
    t.false(holds(name, Number.NaN), name);
  }
});

test('a missed aim is named in a sentence with what was measured; the better half of one is no miss', (t) => {
  t.deepEqual(judge('processor', 149.4), { missed: `Missed: ${aims.processor.says} Measured: 149.4 ms.` });
  t.deepEqual(judge('rate', 55), { short: `Not yet 60 %: ${aims.rate.says} Measured: 55 %.` });
  t.deepEqual(judge('rate', 60), {});
  t.is(bound('list'), '< 20 ms');
});

test('the table shows beside a figure its aim and whether it holds', (t) => {
  const lines: Line[] = [
    { what: 'cases/s at saturation', lotse: '12', zeebe: '90', ratio: '13 %', aim: 'rate', value: 13 },
    { what: 'start after that, s', lotse: '9.0', aim: 'warmStart', value: 9 },
    { what: 'duldung', lotse: '4.0' },
  ];
  const table = markdown(lines, 'npm run bench');
  t.true(table.includes('| cases/s at saturation | 12 | 90 | 13 % | ≥ 50 % ✘ |'));
  t.true(table.includes('| start after that, s | 9.0 |  |  | ≤ 12 s ✔ |'));
  t.true(table.includes('| duldung | 4.0 |  |  |  |'));
  t.deepEqual(verdict(lines), { missed: [`Missed: ${aims.rate.says} Measured: 13 %.`], short: [] });
});
