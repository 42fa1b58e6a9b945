import { cells } from './cells.ts';
import { drawing } from './drawing.ts';
import { elements } from './elements.ts';
import { panel } from './panel.ts';
import { table } from './table.ts';
import { templateWords } from './templates.ts';

type Blanks = Record<string, unknown>;

const all = new Map(Object.entries({ ...cells, ...table, ...templateWords, ...panel, ...elements, ...drawing }));

/** What the libraries asked for and nobody has put into German yet; a test reads it. */
export const missing = new Set<string>();

const isWord = (text: string): boolean => /[a-z]{2}/i.test(text);

/** Names of kinds come in several spellings: `Append {type}`, `User Task`, `user task`. */
const find = (text: string): string | undefined => all.get(text) ?? all.get(text.charAt(0) + text.slice(1).toLowerCase());

/** The library's words in German, by its own English. */
export const inGerman = (text: string, blanks: Blanks = {}): string => {
  const german = find(text);
  if (german === undefined && isWord(text)) missing.add(text);
  return (german ?? text).replace(/{([^}]+)}/g, (whole, name: string) => {
    const value = blanks[name];
    return value === undefined ? whole : (find(String(value)) ?? String(value));
  });
};
