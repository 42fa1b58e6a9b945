import { execFileSync } from 'node:child_process';
import test from 'ava';

const asked = ['processes', 'services', 'web', 'db', 'tests', 'docker-compose.yml', 'package.json', 'tsconfig.json', 'README.md'];
const besides = ['package-lock.json', 'LICENSE', 'publiccode.yml', 'docs'];

test('the root shows only what was agreed', (t) => {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' }).split('\n');
  const entries = new Set(files.filter(Boolean).map((file) => file.split('/')[0] as string));
  const visible = [...entries].filter((entry) => !entry.startsWith('.'));
  t.deepEqual(
    visible.filter((entry) => ![...asked, ...besides].includes(entry)),
    [],
  );
  t.deepEqual(
    [...asked, ...besides].filter((entry) => !visible.includes(entry)),
    [],
  );
});
