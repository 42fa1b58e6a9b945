import test from 'ava';
import { placeOf, readSheets, type Sheet, tokens, withoutComments } from '../../support/style-sheets.ts';

const px = /(?<![\w.#-])-?(?:\d*\.)?\d+px\b/g;

/** Lines are told in px: they stay as fine as they are, however large the text. All else grows with it. */
const hairs = [1, 1.5, 2, 3];
const lines = /^(?:border(?!.*radius)|outline|box-shadow$|text-decoration|stroke-width$)/;
/** A box drawn as a line or hidden in one point, and what is moved by the width of a line. */
const alongLines = /^(?:inset|top|right|bottom|left|width|height)$/;

/** The property, or the question to the screen, that a length belongs to. */
const ownerOf = (text: string, index: number): string => {
  const before = text.slice(0, index);
  return (
    before
      .slice(Math.max(...[...';{}'].map((sign) => before.lastIndexOf(sign))) + 1)
      .trim()
      .split(':')[0] ?? ''
  );
};

const isLine = (owner: string, length: number): boolean =>
  hairs.includes(Math.abs(length)) && (lines.test(owner) || alongLines.test(owner) || (owner.startsWith('margin') && length < 0));

const fixedIn = (sheet: Sheet): string[] =>
  [...sheet.text.matchAll(px)]
    .filter((found) => !isLine(ownerOf(sheet.text, found.index), Number.parseFloat(found[0])))
    .map((found) => placeOf(sheet, found));

test('a length is said in rem, but for lines; what else must be in px has a name in the tokens', (t) => {
  const sheets = readSheets();
  t.true(sheets.length > 30 && sheets.some(({ path }) => path === tokens), 'files are found at all');
  t.deepEqual(sheets.filter(({ path }) => path !== tokens).flatMap(fixedIn), []);
});

const planted = (text: string): string[] => fixedIn({ path: 'planted.css', text: withoutComments(text) });

test('a fixed length is found with its file and line, wherever it stands', (t) => {
  t.deepEqual(planted('/* 8px\n * 9px */\na {\n  gap: 8px 1rem;\n}'), ['planted.css:4 8px']);
  for (const text of [
    'a { padding: 2px }',
    'a { border-radius: 3px; }',
    'a { margin-left: 1px; }',
    'a { border-left: 4px solid var(--line); }',
    'a { box-shadow: inset 5px 0 0 var(--warn); }',
    'a { font: inherit; font-size: 13.5px; }',
    'a{left:calc(1rem - 10px)}',
    'a { --width: 2px; }',
    '@media (max-width: 960px) { a { gap: 0 } }',
    'a { grid-template-columns: minmax(0, 1fr)\n  minmax(240px, 20rem); }',
  ])
    t.is(planted(text).length, 1, text);
});

test('lines, and what is named after pixels, are none', (t) => {
  for (const text of [
    'a { border: 1.5px solid var(--line); outline: 3px solid; outline-offset: -2px; margin: -1px; }',
    'a { box-shadow:\n    inset 0 2px 0 var(--action),\n    inset 0 -2px 0 var(--action); }',
    'a::before { left: calc(1rem - 1.5px); width: 3px; }',
    'a { background: url("sign-16px.svg"); padding: calc(6 * var(--unit)) 0.5rem; } /* 12px */',
  ])
    t.deepEqual(planted(text), [], text);
});
