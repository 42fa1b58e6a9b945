import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { inGerman, missing } from '../../../web/src/bpmn/german/translate.ts';

const packages = join(import.meta.dirname, '../../../node_modules');

/** Every sentence a library asks its translation for, as it stands in its source. */
const asked = (pattern: string): string[] => {
  const found = new Set<string>();
  for (const file of globSync(pattern, { cwd: packages, exclude: (path) => path.includes('Spec') })) {
    const source = readFileSync(join(packages, file), 'utf8');
    for (const [, quote, text] of source.matchAll(/(?:translate|_translate)\(\s*(['"])((?:\\.|(?!\1)[^\\])*)\1/g))
      if (quote && text) found.add(text.replaceAll("\\'", "'"));
  }
  return [...found];
};

const untranslated = (texts: readonly string[]): string[] => {
  missing.clear();
  for (const text of texts) inGerman(text);
  return [...missing].sort();
};

test('everything the modeler asks for is there in German', (t) => {
  const texts = [...asked('bpmn-js/lib/**/*.js'), ...asked('diagram-js/lib/features/**/*.js')];
  t.true(texts.length > 40, 'the sources are read');
  t.deepEqual(
    untranslated(texts).filter((text) => !/HELLO|instantiating Gateway|^ \+ shift|^Align elements $/.test(text)),
    [],
  );
});

test('the kinds of elements in its menus, too', (t) => {
  const source = readFileSync(join(packages, 'bpmn-js-create-append-anything/dist/index.es.js'), 'utf8');
  const labels = [...source.matchAll(/\blabel: '([^']+)'/g)].map(([, label]) => label ?? '');
  t.true(labels.length > 50);
  t.deepEqual(untranslated(labels), []);
});

test('everything the decision editor asks for', (t) => {
  const texts = [...asked('dmn-js-{shared,drd,decision-table,literal-expression}/lib/**/*.js')];
  t.true(texts.length > 100);
  t.deepEqual(untranslated(texts), []);
});

test('a sentence with blanks is filled in, names of kinds in German', (t) => {
  t.is(inGerman('Append {type}', { type: 'User task' }), 'Aufgabe für die Sachbearbeitung anfügen');
  t.is(inGerman('List contains {numOfItems} items', { numOfItems: 3 }), '3 Einträge');
});
