import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { countLines, paint, readCoverage } from '../../support/runner/read-coverage.ts';
import { fallen } from '../../support/runner/say-coverage.ts';

const text = `// a word
const one = () => {
  return 1;
};

const two = () => {
  return 2;
};
`;
const script = (oneRan: number) => ({
  url: 'file:///x.ts',
  functions: [
    { ranges: [{ startOffset: 0, endOffset: text.length, count: 1 }] },
    { ranges: [{ startOffset: text.indexOf('() =>'), endOffset: text.indexOf('};') + 1, count: oneRan }] },
    { ranges: [{ startOffset: text.lastIndexOf('() =>'), endOffset: text.lastIndexOf('};') + 1, count: 0 }] },
  ],
});

test('a line ran when any of it did; words and blank lines say nothing', (t) => {
  t.deepEqual(countLines(text, paint(script(1), text.length)), { lines: 6, ran: 5 });
  t.deepEqual(countLines(text, paint(script(0), text.length)), { lines: 6, ran: 4 });
  t.deepEqual(countLines(text, new Uint8Array(text.length)), { lines: 6, ran: 0 });
  const types = "import type { A } from './a.ts';\n\nexport type B = {\n  a: A;\n};\nexport type { A };\n";
  t.deepEqual(countLines(types, new Uint8Array(types.length)), { lines: 0, ran: 0 });
});

test('what a Node leaves at its end is read; what one left that was killed is no record', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'lotse-coverage-'));
  t.teardown(() => rmSync(folder, { recursive: true }));
  const from = (path: string): string => join(import.meta.dirname, '../../..', path);
  const code = `const { nextWorkingDay } = await import(${JSON.stringify(from('services/platform/calendar.ts'))});
    nextWorkingDay(Temporal.PlainDate.from('2027-01-01'));`;
  const { status } = spawnSync(
    process.execPath,
    ['--import', from('tests/support/runner/note-coverage.ts'), '--input-type=module', '-e', code],
    {
      env: { ...process.env, NODE_OPTIONS: '', TEST_COVERAGE_DIR: folder },
    },
  );
  t.is(status, 0);
  writeFileSync(join(folder, 'killed.json'), '{"result":[{"url":');
  const found = readCoverage(folder);
  const calendar = found.find(({ file }) => file === 'services/platform/calendar.ts');
  t.true(calendar !== undefined && calendar.percent > 50 && calendar.percent < 100, JSON.stringify(calendar));
  t.is(found.find(({ file }) => file === 'services/platform/config.ts')?.percent, 0);
  t.deepEqual(
    found.filter(({ file }) => file.endsWith('.d.ts')),
    [],
  );
});

test('a file below its floor is named; two lines more or less are chance, a new file has no floor yet', (t) => {
  const file = (name: string, lines: number, ran: number) => ({ file: name, lines, ran, percent: Math.floor((100 * ran) / lines) });
  const floors = { long: 90, short: 100, gone: 80 };
  t.deepEqual(fallen([file('long', 200, 176), file('short', 10, 8), file('new', 10, 0)], floors), []);
  t.deepEqual(
    fallen([file('services/embedded/java.ts', 100, 10)], { 'services/embedded/java.ts': 77 }),
    [],
    'another machine has another Java',
  );
  t.deepEqual(fallen([file('long', 200, 160), file('short', 10, 7)], floors), ['long: 80 %, it had 90 %', 'short: 70 %, it had 100 %']);
});
