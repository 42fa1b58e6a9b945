import { FEWEST_WITHIN, foldKey, innerKey, wholeKey } from './name-keys.ts';
import type { Word } from './name-words.ts';
import type { PeopleQuery } from './read-query.ts';

/** How near a name must come to what somebody types; each takes in what the one before it finds. */
export const CLOSENESSES = ['whole', 'words', 'beginnings', 'sounds', 'within'] as const;
/** `alike`: every word is the same or sounds so, and none is the beginning or a part of another. */
export type Closeness = (typeof CLOSENESSES)[number] | 'alike';

export type AskedKey = { key: string; begins?: boolean };
/** Of one of the ways, every part must be there, each by one of its keys. */
export type Asked = AskedKey[][][];

const exactly = (keys: readonly string[]): AskedKey[] => keys.map((key) => ({ key }));
const beginning = (keys: readonly string[]): AskedKey[] => keys.map((key) => ({ key, begins: true }));

const keysOfWord = ({ folds, sounds }: Word, closeness: Exclude<Closeness, 'whole'>): AskedKey[] => {
  const words = folds.map(foldKey);
  if (closeness === 'words') return exactly(words);
  if (closeness === 'alike') return exactly([...words, ...sounds]);
  if (closeness === 'beginnings') return beginning(words);
  const inner = closeness === 'within' ? folds.filter((fold) => [...fold].length >= FEWEST_WITHIN).map(innerKey) : [];
  return [...beginning(words), ...exactly(sounds), ...beginning(inner)];
};

const waysOf = ({ names, wholes }: PeopleQuery, closeness: Closeness): Asked => {
  if (names.length === 0) return [[]];
  return closeness === 'whole' ? [[exactly(wholes.map(wholeKey))]] : names.map((way) => way.map((word) => keysOfWord(word, closeness)));
};

/** The keys a person has who may be meant. */
export const askKeys = (queries: readonly PeopleQuery[], closeness: Closeness): Asked =>
  queries.flatMap((query) => {
    const told = [query.marks, query.dateMarks].filter((marks) => marks.length > 0).map(exactly);
    return waysOf(query, closeness).map((way) => [...told, ...way]);
  });

const quoted = ({ key, begins }: AskedKey): string => `'${key.replace(/['\\]/g, '$&$&')}'${begins ? ':*' : ''}`;
const grouped = (parts: readonly string[], sign: '&' | '|'): string => `(${parts.join(` ${sign} `)})`;

/** As PostgreSQL writes a search in a `tsvector`. */
export const toTsquery = (asked: Asked): string =>
  grouped(
    asked.map((parts) =>
      grouped(
        parts.map((keys) => grouped(keys.map(quoted), '|')),
        '&',
      ),
    ),
    '|',
  );
