import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';

const root = join(import.meta.dirname, '../../..');

/** Lines that send SQL by hand. That nobody else builds statements with knex is a rule of the imports (sql-in-the-store). */
const sqlIn = (path: string, text: string): string[] =>
  /(?:^|[/-])store\.ts$/.test(path)
    ? []
    : text.split('\n').flatMap((line, index) => (/\.raw\s*[(<]/.test(line) ? [`${path}:${index + 1}`] : []));

test('SQL stands in store files and in db/, nowhere else', (t) => {
  const files = globSync('services/**/*.ts', { cwd: root });
  t.true(files.length > 500);
  t.deepEqual(
    files.flatMap((path) => sqlIn(path.replaceAll('\\', '/'), readFileSync(join(root, path), 'utf8'))),
    [],
  );
});

test('a use case with a statement of its own is found, a store is not', (t) => {
  const text = "const a = 1;\nawait trx.raw<{ rows: Row[] }>('select 1');\n";
  t.deepEqual(sqlIn('services/caselife/close-case.ts', text), ['services/caselife/close-case.ts:2']);
  t.deepEqual(sqlIn('services/caselife/close-case.ts', "await deps.db.raw('select 1');"), ['services/caselife/close-case.ts:1']);
  t.deepEqual(sqlIn('services/cases/store.ts', text), []);
  t.deepEqual(sqlIn('services/cases/list-store.ts', text), []);
  t.deepEqual(sqlIn('services/cases/restore.ts', text), ['services/cases/restore.ts:2']);
});
