import { lookUp } from '../look-up.ts';
import type { Words } from './difference.ts';

const longest = 140;

export const single = (text: string): string => `‚${text}‘`;

/** `2026-04-29` → 29.04.2026 */
export const sayDay = (day: string): string => (/^\d{4}-\d\d-\d\d$/.test(day) ? day.split('-').reverse().join('.') : quoted(day));

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();
export const shorten = (text: string, length = longest): string =>
  text.length > length ? `${text.slice(0, length - 1).trimEnd()}…` : text;

/** A text as a quotation within a sentence. */
export const quoted = (text: string): string => single(shorten(tidy(text)));

/** An expression as people may read it: without the sign that it is one, codes by their words. */
export const sayFeel = (expression: string, words: Words = {}): string => {
  const plain = tidy(expression.trim().replace(/^=/, ''));
  const code = /^"([^"]*)"$/.exec(plain)?.[1];
  if (plain === '') return 'nichts';
  if (/^-?\d+(?:\.\d+)?$/.test(plain)) return plain.replace('.', ',');
  if (code !== undefined) return sayCode(code, words);
  return quoted(plain.replace(/"([^"]+)"/g, (found, inner: string) => (lookUp(words, inner) ? `„${lookUp(words, inner)}“` : found)));
};

/** A code with what it means, where that is known: „Duldung (DULDUNG)“. Codes people use themselves (SG1) stand alone. */
export const sayCode = (code: string, words: Words = {}): string => {
  if (code === '') return 'leer';
  const word = lookUp(words, code);
  return word && word !== code ? `„${word}“ (${code})` : /^[\p{L}\p{N}_.-]+$/u.test(code) ? code : quoted(code);
};

const wordsIn = (text: string): string[] => tidy(text).split(' ').filter(Boolean);

/** The part in which two texts differ, whole words; null where it is too long to be told in a sentence. */
const changedPart = (before: string, after: string): { before: string; after: string } | null => {
  const [old, now] = [wordsIn(before), wordsIn(after)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const part = { before: old.slice(start, old.length - end).join(' '), after: now.slice(start, now.length - end).join(' ') };
  return part.before.length > 90 || part.after.length > 90 ? null : part;
};

/** What became of a longer text, after „In der Anleitung der …“. */
export const sayTextChange = (where: string, before: string | null, after: string | null): string => {
  if (before === null) return `${where} steht jetzt: ${quoted(after ?? '')}.`;
  if (after === null) return `${where} steht nichts mehr (bisher: ${quoted(before)}).`;
  const part = changedPart(before, after);
  if (!part) return `${where} ist der Text neu gefasst.`;
  if (part.before === '' && part.after === '') return `${where} ist der Text nur anders umbrochen.`;
  if (part.before === '') return `${where} kommt hinzu: ${quoted(part.after)}.`;
  if (part.after === '') return `${where} entfällt: ${quoted(part.before)}.`;
  return `${where} steht jetzt ${quoted(part.after)} statt ${quoted(part.before)}.`;
};

/** Whitespace within a text people read says nothing. */
export const sameWords = (before: string | null, after: string | null): boolean =>
  before !== null && after !== null && tidy(before) === tidy(after);
