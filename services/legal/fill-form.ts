import { readCatalogue } from './catalogue.ts';
import { findValue, type LegalValue } from './value-at.ts';
import { wordsOf } from './words.ts';

const UNKNOWN = '(kein Wert im Verzeichnis)';

const named = /\{\{\s*wert:([A-Za-z0-9_.]+)\s*\}\}/g;

/** Keys of the catalogue that a form's texts name. */
export const valueKeysIn = (text: string): string[] => [...new Set([...text.matchAll(named)].map(([, key]) => key as string))];

/** Keys a text names that the catalogue does not know. */
export const unknownValueKeys = (text: string): string[] =>
  valueKeysIn(text).filter((key) => !readCatalogue().werte.some((each) => each.key === key));

const replaceIn = (part: unknown, words: ReadonlyMap<string, string>): unknown => {
  if (typeof part === 'string') return part.replaceAll(named, (_all, key: string) => words.get(key) ?? UNKNOWN);
  if (Array.isArray(part)) return part.map((each) => replaceIn(each, words));
  if (part === null || typeof part !== 'object') return part;
  return Object.fromEntries(Object.entries(part).map(([name, each]) => [name, replaceIn(each, words)]));
};

/** A form with `{{wert:…}}` in its texts put into words, and the values that hold on the day. A form without them is given back as it is. */
export const fillForm = <Form>(form: Form, on: string): { form: Form; values: LegalValue[] } => {
  const keys = valueKeysIn(JSON.stringify(form));
  if (keys.length === 0) return { form, values: [] };
  const values = keys.flatMap((key) => findValue(key, on) ?? []);
  const words = new Map(keys.map((key) => [key, UNKNOWN]));
  for (const value of values) words.set(value.key, wordsOf(value));
  return { form: replaceIn(form, words) as Form, values };
};
