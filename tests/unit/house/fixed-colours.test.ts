import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';

const root = join(import.meta.dirname, '../../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Colours written as such; a name is one only where a colour is wanted. */
const fixed =
  /#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b|\b(?:rgba?|hsla?|oklch|oklab|lab|lch|hwb)\(|(?<=:[^;{}]*)(?<![\w-])(?:white|black|gr[ae]y|red|green|blue|yellow|orange)(?![\w-])/gi;

const withoutComments = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\//g, '');
const fixedIn = (text: string): string[] => [...withoutComments(text).matchAll(fixed)].map(([colour]) => colour);

/** Drawings and pictures of them, which stay on light paper; the icon. */
const drawn = ['bpmn/badges.ts', 'bpmn/colours.ts', 'bpmn/create-comparison.ts', 'bpmn/create-diagram.ts', 'bpmn/heat.ts'];

test('a colour is said in one file, with its dark value; all others call it by its name', (t) => {
  const sheets = globSync(['web/portal.css', 'web/portal/**/*.css', 'web/src/**/*.css'], { cwd: root });
  const scripts = globSync(['web/src/**/*.{ts,tsx}'], { cwd: root }).filter((path) => !drawn.some((each) => path.endsWith(each)));
  t.true(sheets.length > 30 && scripts.length > 200, 'files are found at all');
  const found = [
    ...sheets.filter((path) => !path.endsWith('style/tokens.css')).map((path) => ({ path, colours: fixedIn(read(path)) })),
    ...scripts.map((path) => ({ path, colours: [...read(path).matchAll(/['"`]#[0-9a-f]{3,8}['"`]/gi)].map(([colour]) => colour) })),
  ];
  t.deepEqual(
    found.filter(({ colours }) => colours.length > 0),
    [],
  );
});

test('every name of a colour that is used is one the tokens define', (t) => {
  const defined = new Set([...read('web/src/style/tokens.css').matchAll(/^\s*(--[\w-]+):/gm)].map(([, name]) => name));
  const sheets = globSync(['web/portal/**/*.css', 'web/src/**/*.css'], { cwd: root });
  const all = sheets.map((path) => withoutComments(read(path)));
  for (const text of all) for (const [, name] of text.matchAll(/(?<=[;{\s])(--[\w-]+):/g)) defined.add(name);
  const used = new Set(all.flatMap((text) => [...text.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name as string)));
  t.deepEqual(
    [...used].filter((name) => !defined.has(name) && !/^--(?:kern-|color-grey-)/.test(name)),
    [],
  );
});

test('pages that are served apart say both values where they say a colour', (t) => {
  for (const path of ['services/embedded/sign-in-page.ts', 'services/platform/api-docs.ts']) {
    const text = read(path);
    t.regex(text, /color-scheme[^;]*light dark/, path);
    t.deepEqual(fixedIn(text.replaceAll(/light-dark\([^()]*\)/g, '').replaceAll(/&#\$?/g, '')), [], path);
  }
});

test('a fixed colour is found, however it is written', (t) => {
  for (const text of ['a { color: #fff }', 'a{background:rgb(0 0 0 / 10%)}', 'a { border: 1px solid white }', 'a { fill: #12345678; }'])
    t.is(fixedIn(text).length, 1, text);
  t.deepEqual(fixedIn('a { white-space: nowrap; color: var(--white-ink); background: var(--paper) } /* #fff */'), []);
});
