// ava loads this before each test file: when the file's thread ends, it leaves a line with its seconds for the run's summary.
import { appendFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import test from 'ava';

const list = process.env.TEST_SECONDS_FILE;
if (list) {
  const file = relative(process.cwd(), fileURLToPath(test.meta.file));
  const started = performance.now();
  process.on('exit', () => appendFileSync(list, `${((performance.now() - started) / 1000).toFixed(1)} ${file}\n`));
}
