import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import test from 'ava';
import { signs } from '../../../web/src/bpmn/colours.ts';
import { placeOf, readSheets, type Sheet, tokens, withoutComments } from '../../support/style-sheets.ts';

const root = join(import.meta.dirname, '../../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Colours written as such; a name is one only where a colour is wanted. */
const fixed =
  /#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b|\b(?:rgba?|hsla?|oklch|oklab|lab|lch|hwb)\(|(?<=:[^;{}]*)(?<![\w-])(?:white|black|gr[ae]y|silver|red|maroon|pink|orange|gold|brown|yellow|olive|lime|green|teal|aqua|cyan|blue|navy|violet|purple|fuchsia|magenta)(?![\w-])/gi;

const fixedIn = (sheet: Sheet): string[] => [...sheet.text.matchAll(fixed)].map((found) => placeOf(sheet, found));
const planted = (text: string): string[] => fixedIn({ path: 'planted.css', text: withoutComments(text) });

/** Drawings stay on light paper, and who gets one as a file has no tokens. */
const drawn = 'web/src/bpmn/colours.ts';

test('a colour is said in one file, with its dark value; all others call it by its name', (t) => {
  const sheets = readSheets();
  const scripts = globSync('web/src/**/*.{ts,tsx}', { cwd: root }).map((path) => ({ path: path.replaceAll('\\', '/'), text: read(path) }));
  t.true(sheets.length > 30 && scripts.length > 200, 'files are found at all');
  t.deepEqual(sheets.filter(({ path }) => path !== tokens).flatMap(fixedIn), []);
  t.deepEqual(
    scripts
      .filter(({ path }) => path !== drawn)
      .flatMap((script) => [...script.text.matchAll(/(?<=['"`])#[0-9a-f]{3,8}(?=['"`])/gi)].map((found) => placeOf(script, found))),
    [],
  );
});

const definedIn = (text: string): string[] => [...text.matchAll(/(?<=[;{\s])(--[\w-]+):/g)].map(([, name]) => name as string);

test('every name that is used is one the tokens define, or a sheet beside it: what is loaded together', (t) => {
  const sheets = readSheets();
  for (const sheet of sheets) {
    const known = new Set(
      sheets.filter(({ path }) => path === tokens || dirname(path) === dirname(sheet.path)).flatMap(({ text }) => definedIn(text)),
    );
    const unknown = [...sheet.text.matchAll(/(?<=var\()--[\w-]+/g)].filter(
      ([name]) => !known.has(name) && !/^--(?:kern-|color-grey-)/.test(name),
    );
    t.deepEqual(
      unknown.map((found) => placeOf(sheet, found)),
      [],
    );
  }
});

test('pages that are served apart say both values where they say a colour', (t) => {
  for (const path of ['services/embedded/sign-in-page.ts', 'services/platform/api-docs.ts']) {
    const text = read(path);
    t.regex(text, /color-scheme[^;]*light dark/, path);
    t.deepEqual(planted(text.replaceAll(/light-dark\([^()]*\)/g, '').replaceAll(/&#\$?/g, '')), [], path);
  }
});

test('a badge has the same ground on the page and in an exported picture', (t) => {
  const sheet = withoutComments(read('web/src/bpmn/diagram.css'));
  const names = read(tokens);
  for (const [kind, colour] of Object.entries(signs)) {
    const rule = kind === 'count' ? String.raw`\.lotse-badge` : String.raw`\.lotse-badge--${kind}`;
    const name = new RegExp(String.raw`^${rule} \{[^}]*background: var\((--[\w-]+)\)`, 'm').exec(sheet)?.[1];
    t.is(new RegExp(String.raw`${name}: (?:light-dark\()?(#\w+)`).exec(names)?.[1], colour, kind);
  }
});

test('a fixed colour is found with its file and line, however it is written', (t) => {
  t.deepEqual(planted('/* #fff\n */\na {\n  color: #123;\n}'), ['planted.css:4 #123']);
  for (const text of ['a { color: #fff }', 'a{background:rgb(0 0 0 / 10%)}', 'a { border: 1px solid white }', 'a { fill: #12345678; }'])
    t.is(planted(text).length, 1, text);
  t.deepEqual(planted('a { white-space: nowrap; color: var(--white-ink); background: var(--paper) } /* #fff */'), []);
});
