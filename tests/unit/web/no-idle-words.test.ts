import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import test from 'ava';

// The compiler says when a text is missing, never when nobody says one any more: it would be loaded and translated for ever.

const ground = ['api', 'bpmn', 'forms', 'office', 'shell', 'ui'];
const read = (paths: readonly string[]): string => paths.map((path) => readFileSync(path, 'utf8')).join('\n');
const slashed = (pattern: string | string[]): string[] => globSync(pattern).map((path) => path.replaceAll('\\', '/'));

/** Names of properties and codes: a table of words is read by codes that services, models and the office's lists give. */
const wordsIn = (text: string): Set<string> => new Set(text.match(/[A-Za-z][\w-]*/g));
const views = slashed('web/src/**/*.{ts,tsx}').filter((path) => !/words\.(de|en)\.ts$/.test(path));
// `terminateEventDefinition` gives `terminate`, too.
const given = [...wordsIn(read(slashed(['services/**/*.ts', 'processes/**/*.{bpmn,form,dmn,json}'])))].join(' ');

const keysOf = (value: unknown): string[] =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.entries(value).flatMap(([key, each]) => [key, ...keysOf(each)])
    : [];

/** Keys of a dictionary that stand neither in the views that may say them nor among the codes. */
const idleIn = (dictionary: unknown, views: Set<string>, codes: string): string[] =>
  [...new Set(keysOf(dictionary))].filter((key) => /^[a-z][A-Za-z]*$/.test(key) && !views.has(key) && !new RegExp(`\\b${key}`).test(codes));

for (const path of slashed('web/src/**/*.de.ts')) {
  test(`${path}: each word is said by somebody`, async (t) => {
    const folder = path.split('/')[2] as string;
    const near = views.filter((each) => ground.includes(folder) || [folder, ...ground].includes(each.split('/')[2] as string));
    t.true(near.length > 30);
    const { de } = (await import(resolve(path))) as { de: unknown };
    t.deepEqual(idleIn(de, wordsIn(read(near)), given), []);
  });
}

test('an idle word is found at any depth; a code is none', (t) => {
  const dictionary = { title: 'Titel', old: 'alt', columns: { step: 'Schritt', gone: 'weg' }, kinds: { urlaub: 'Urlaub', SG1: 'eins' } };
  t.deepEqual(idleIn(dictionary, wordsIn('t.title; const { step } = t.columns; t.kinds[kind]'), 'urlaub'), ['old', 'gone']);
});
