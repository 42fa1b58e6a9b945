import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { saidIn } from '../../support/said-in-code.ts';

// What a view says stands in words.de.ts and words.en.ts of its folder: a text written into the view itself is German for everybody, or English.

const root = join(import.meta.dirname, '../../..');
/** The editors' libraries speak English; what they say in German stands in tables by their English. nav.ts names a view in both languages at once. */
const skipped = /^web\/src\/(?:bpmn|forms\/editor)\/|words(?:\.de|\.en)?\.ts$|\/nav\.ts$/;

const allowed: { path: string; text: string; why: string }[] = [
  { path: 'web/src/task/draft-block.tsx', text: 'MUSTER – ohne Rechtswirkung', why: 'compared with the letter, where it stands' },
  { path: 'web/src/studio/editor/new-form.ts', text: 'Camunda Cloud', why: 'what the form says of the engine it is made for' },
  { path: 'web/src/audit/filters.tsx', text: 'AB-2026-000001', why: 'how an Aktenzeichen looks, in every language' },
];

test('no view says anything that stands in no dictionary', (t) => {
  const paths = globSync('web/src/**/*.{ts,tsx}', { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !skipped.test(path));
  t.true(paths.length > 300, String(paths.length));
  const all = paths.flatMap((path) =>
    saidIn(readFileSync(join(root, path), 'utf8'), path.endsWith('x')).map((each) => ({ path, ...each })),
  );
  const isAllowed = (each: { path: string; text: string }): boolean =>
    allowed.some(({ path, text }) => path === each.path && text === each.text);
  t.deepEqual(
    all.filter((each) => !isAllowed(each)).map(({ path, line, text }) => `${path}:${line} ${text}`),
    [],
  );
  t.deepEqual(
    allowed.filter(({ path, text }) => !all.some((each) => each.path === path && each.text === text)),
    [],
    'needs no leave any more',
  );
});

test('a text is found wherever it stands', (t) => {
  const texts = (source: string): string[] => saidIn(source, true).map(({ line, text }) => `${line} ${text}`);
  t.deepEqual(texts('const a = 1;\nconst b = <p>Gespeichert</p>;'), ['2 Gespeichert']);
  t.deepEqual(texts('const b = <input placeholder="Suchen" />;'), ['1 Suchen']);
  t.deepEqual(texts("const b = <p>{open ? 'Noch offen' : ''}</p>;"), ['1 Noch offen']);
  t.deepEqual(texts(`const b = <p>{\`Fällig am \${day}\`}</p>;`), ['1 Fällig am']);
  t.deepEqual(texts('const b = <input aria-label="Alle Vorgänge" />;'), ['1 Alle Vorgänge']);
  t.deepEqual(texts("// ä\nflash('Das ging nicht.');"), ['2 Das ging nicht.']);
});

test('what only machines read is let through', (t) => {
  const source = `import { a } from './Zwei Worte.ts';
    const b = <a class="button button--small" href={\`/x/\${id}\`} lang="de">{t.open} · –</a>;`;
  t.deepEqual(saidIn(source, true), []);
});
