import test from 'ava';
import { readCell } from '../../../web/src/map/read-cell.ts';

const words = { any: 'egal', yes: 'ja', no: 'nein', not: 'nicht', or: 'oder', to: 'bis', nothing: 'leer' };
const names: Record<string, string> = { DULDUNG: 'Duldung', STUDIUM: 'Studium' };
const read = (cell: string): string => readCell(cell, words, (code) => names[code] ?? code);

const cells: [string, string][] = [
  ['', 'egal'],
  ['-', 'egal'],
  ['"DULDUNG"', 'Duldung'],
  ['"DULDUNG", "STUDIUM"', 'Duldung oder Studium'],
  ['not("DULDUNG", "STUDIUM")', 'nicht Duldung oder Studium'],
  ['<= 14', '≤ 14'],
  ['[1..5]', '1 bis 5'],
  ['true', 'ja'],
  ['""', 'leer'],
  ['"a, b"', 'a, b'],
  ['"sgl-" + lower case(entscheidendesSg)', '"sgl-" + lower case(entscheidendesSg)'],
];

for (const [cell, expected] of cells) test(`the cell ${cell || '(empty)'} reads ${expected}`, (t) => t.is(read(cell), expected));
