import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import test from 'ava';

const dist = join(import.meta.dirname, '../../../web/dist');
type Chunk = { file: string; isEntry?: boolean; imports?: string[]; dynamicImports?: string[] };
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;
const named = (end: string): string => Object.keys(manifest).find((key) => key.endsWith(end)) ?? end;

/** All scripts that these parts of the application load at once, in KB after gzip. */
const kilobytes = (parts: readonly string[]): number => {
  const files = new Set<string>();
  const walk = (key: string): void => {
    const chunk = manifest[key];
    if (!chunk || files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const each of chunk.imports ?? []) walk(each);
  };
  for (const part of parts) walk(named(part));
  const scripts = [...files].filter((file) => file.endsWith('.js'));
  return scripts.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0) / 1000;
};

test('a clerk’s list loads no more than 40 KB of script', (t) => {
  const size = kilobytes(['index.html', 'src/pages/inbox-page.tsx']);
  t.true(size > 20 && size <= 40, `${size} KB`);
});

test('a process of the map, its drawing included, no more than 120 KB', (t) => {
  const size = kilobytes(['index.html', 'src/pages/process-page.tsx', 'src/bpmn/create-diagram.ts']);
  t.true(size > 60 && size <= 120, `${size} KB`);
});

test('each editor is fetched when a file of its kind is opened, and by nobody else', (t) => {
  const editors = [
    'src/bpmn/modeler/create-modeler.ts',
    'src/bpmn/decision/create-decision-editor.ts',
    'src/forms/editor/create-form-editor.ts',
  ].map(named);
  for (const editor of editors) {
    t.truthy(manifest[editor], editor);
    const asking = Object.entries(manifest).filter(([, { dynamicImports }]) => dynamicImports?.includes(editor));
    t.deepEqual(
      asking.map(([key]) => key.replace(/^.*src\//, '')),
      ['studio/editor/editor-page.tsx'],
    );
    for (const { imports } of Object.values(manifest)) t.falsy(imports?.includes(editor));
  }
});
