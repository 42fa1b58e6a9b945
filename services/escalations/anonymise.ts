import { personalTexts } from '../office/index.ts';
import { partialDayWords } from '../typed/partial-day.ts';

type Details = Record<string, unknown>;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const textsOf = (value: unknown): string[] => (typeof value === 'string' && value.trim() !== '' ? [value.trim()] : []);

/** Words on their own only: "Bauer" goes, "Bauernhof" stays. */
const replaceWords = (text: string, words: readonly string[], by: string): string =>
  words
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, word) => rest.replace(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}s?(?![\\p{L}\\p{N}])`, 'giu'), by), text);

/** In the ways people write it; of a birthday known in part only what is more than a year, which many share. */
const germanDay = (day: string): string[] => {
  const [year, month, date] = day.split('-');
  if (partialDayWords(day)) return month === '00' ? [day] : [day, `${month}.${year}`, `${Number(month)}.${year}`, `${month}/${year}`];
  return year && month && date ? [day, `${date}.${month}.${year}`, `${Number(date)}.${Number(month)}.${year}`] : [];
};

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/giu;
const AKTENZEICHEN = /\b[A-Z]{2}-\d{4}-\d{6,}\b/g;
/** Passport, register and telephone numbers. */
const NUMBER = /(?<![\p{L}\p{N}])(?:\+?\d[\d /-]{6,}\d|[A-Z]{1,3}\d{6,}[A-Z0-9]*)(?![\p{L}\p{N}])/gu;

/**
 * Takes out of a text by whom it could be recognised: the person's names, birthday, address and numbers, the employer, Aktenzeichen. What
 * is left is still read by a person before others see it.
 */
export const anonymise = (text: string, person: Details, facts: Details): string => {
  const names = [
    ...textsOf(person.familienname),
    ...textsOf(person.vornamen),
    ...textsOf(person.geburtsname),
    ...personalTexts(facts, 'name'),
  ];
  const words = [...new Set([...names, ...names.flatMap((name) => name.split(/[\s-]+/))])].filter((word) => word.length > 1);
  const places = [...textsOf(person.anschrift), ...personalTexts(facts, 'place')];
  const numbers = [...[person.azrNummer, person.passNummer, person.telefon].flatMap(textsOf), ...personalTexts(facts, 'number')];
  let rest = text.replace(AKTENZEICHEN, '[Aktenzeichen]').replace(EMAIL, '[E-Mail]');
  rest = replaceWords(rest, personalTexts(facts, 'employer'), '[Arbeitgeber]');
  rest = replaceWords(rest, places, '[Anschrift]');
  rest = replaceWords(rest, textsOf(person.geburtsdatum).flatMap(germanDay), '[Geburtstag]');
  rest = replaceWords(rest, numbers, '[Nummer]');
  rest = replaceWords(rest, words, '[Person]');
  return rest.replace(/\[Person\](?:[\s-]+\[Person\])+/g, '[Person]').replace(NUMBER, '[Nummer]');
};
