import type { WrittenName } from './name-keys.ts';
import { findableWords, type Word, wordOf } from './name-words.ts';
import type { PeopleQuery } from './read-query.ts';

/** Somebody a search may mean: the birthday as JJJJ-MM-TT (00 for what is unknown), the name first, then former names and other spellings. */
export type Candidate = { personId: string; born: string; names: WrittenName[] };

/** Nothing in common. */
const FAR = 10;

export const meet = (a: readonly string[], b: readonly string[]): boolean => a.some((each) => b.includes(each));

const distance = (typed: Word, of: Word): number => {
  if (typed.text === of.text) return 0;
  if (meet(typed.plain, of.plain)) return 1;
  if (meet(typed.folds, of.folds)) return 1.5;
  const begins = typed.folds.some((each) => of.folds.some((fold) => fold.startsWith(each)));
  if (begins) return 2;
  if (meet(typed.sounds, of.sounds)) return 3;
  return typed.folds.some((each) => each.length > 3 && of.folds.some((fold) => fold.includes(each))) ? 4 : FAR;
};

type Known = { words: Word[]; count: number };
const known = (name: WrittenName): Known => {
  const all = `${name.familienname} ${name.vornamen}`;
  const words = [...new Set([...findableWords(all), ...findableWords(name.familienname), ...findableWords(name.vornamen)])];
  return { words: words.map((word) => wordOf(word)), count: all.trim().split(/[\s-]+/).length };
};

/** Each typed word's distance to the nearest word of the name, and a little for each word of the name nobody typed. */
const nameDistance = (way: readonly Word[], { words, count }: Known): number =>
  way.reduce((sum, typed) => sum + Math.min(...words.map((of) => distance(typed, of)), FAR), 0) + 0.2 * Math.max(0, count - way.length);

const dateDistance = (query: PeopleQuery, born: string): number => (query.dates.length === 0 || query.dates.includes(born) ? 0 : 0.5);

/** A former name or other spelling as close as the name comes after it. */
const namesDistances = (query: PeopleQuery, names: readonly WrittenName[]): number[] =>
  names.map((name, index) => {
    const of = known(name);
    return Math.min(...query.names.map((way) => nameDistance(way, of))) + (index === 0 ? 0 : 0.1);
  });

const distanceTo = (query: PeopleQuery, { born, names }: Candidate): number =>
  dateDistance(query, born) + (query.names.length === 0 ? 0 : Math.min(...namesDistances(query, names)));

/** Which of the names the searcher meant: the index of the closest. */
export const nearestName = (queries: readonly PeopleQuery[], { names }: Candidate): number => {
  const far = queries.filter((query) => query.names.length > 0).map((query) => namesDistances(query, names));
  const nearest = names.map((_, index) => Math.min(...far.map((each) => each[index] ?? FAR)));
  return far.length === 0 ? 0 : nearest.indexOf(Math.min(...nearest));
};

/** Closest first: letter by letter, without marks, in another fold, the beginning, the sound. Those as close keep their order. */
export const closestFirst = <Found extends Candidate>(queries: readonly PeopleQuery[], found: readonly Found[]): Found[] =>
  found
    .map((each) => ({ each, far: Math.min(...queries.map((query) => distanceTo(query, each))) }))
    .toSorted((a, b) => a.far - b.far)
    .map(({ each }) => each);

/** The same letters in any fold, or the same sound. */
export const isSameWord = (typed: Word, of: Word): boolean =>
  typed.text === of.text || meet(typed.plain, of.plain) || meet(typed.folds, of.folds) || meet(typed.sounds, of.sounds);

/**
 * Whether somebody who gave this has said who the person is: the whole birthday on record, the whole family name and at least one given name, and
 * nothing else. Then they are told what such a person is told; a part of a name tells nobody anything.
 */
export const identifies = (queries: readonly PeopleQuery[], { born, names }: Candidate): boolean =>
  queries.some(
    (query) =>
      query.dates.includes(born) &&
      names.some((name) =>
        query.names.some((way) => {
          const covers = (part: string): boolean[] =>
            part === ''
              ? []
              : part.split(/\s+/).map((word) => {
                  const spellings = findableWords(word).map((each) => wordOf(each));
                  return way.some((typed) => spellings.some((of) => isSameWord(typed, of)));
                });
          const all = known(name).words;
          const given = covers(name.vornamen);
          return (
            covers(name.familienname).every(Boolean) &&
            (given.length === 0 || given.some(Boolean)) &&
            way.every((typed) => all.some((of) => isSameWord(typed, of)))
          );
        }),
      ),
  );
