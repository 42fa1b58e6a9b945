import type { Withheld } from '../models/index.ts';
import type { NormIndex } from './build-index.ts';
import { snippet } from './snippet.ts';
import type { ArticlePlace, Entry, Place, PlaceKind, Wanted } from './types.ts';

/** `exact`: the text names the very paragraph asked for; true as well where none was. */
type HitOf<P extends Place> = Omit<P, 'kind'> & { text: string; exact: boolean };
export type Hits = { [K in PlaceKind]: HitOf<Extract<Place, { kind: K }>>[] };

type Level = 'none' | 'section' | 'exact';

const levelOf = (named: Entry['named'], wanted: readonly Wanted[]): { level: Level; at: { start: number; end: number } } => {
  const hits = wanted.flatMap(({ law, section, paragraph }) =>
    named
      .filter((each) => each.law === law && each.section === section)
      .map((each) => ({ each, exact: paragraph === undefined || each.paragraphs.includes(paragraph) })),
  );
  const best = hits.find((hit) => hit.exact) ?? hits[0];
  return best ? { level: best.exact ? 'exact' : 'section', at: best.each } : { level: 'none', at: { start: 0, end: 0 } };
};

const search = <P extends Place>(entries: readonly Entry<P>[], wanted: readonly Wanted[]): HitOf<P>[] =>
  entries
    .flatMap(({ place: { kind: _, ...place }, text, named }) => {
      const { level, at } = levelOf(named, wanted);
      return level === 'none' ? [] : [{ ...place, text: snippet(text, at), exact: level === 'exact' }];
    })
    // The order of the file is kept among equals.
    .sort((a, b) => Number(b.exact) - Number(a.exact)) as HitOf<P>[];

/** Said twice in one place is said once. */
const once = <T>(hits: readonly T[]): T[] => {
  const seen = new Set<string>();
  return hits.filter((hit) => {
    const key = JSON.stringify(hit);
    return !seen.has(key) && seen.add(key);
  });
};

export type Everything = NormIndex & { articles: Entry<ArticlePlace>[] };

/** The index as one person may see it: hidden processes, and whatever names them, are not in it for those outside their circle. */
export const visibleTo = (index: Everything, { processes, isNamedIn }: Withheld): Everything => {
  const open = ({ about }: Entry): boolean => !isNamedIn(about);
  return {
    models: index.models.filter((entry) => !processes.has(entry.place.processId) && open(entry)),
    decisions: index.decisions.filter(open),
    forms: index.forms.filter(open).flatMap((entry) => {
      const usedIn = entry.place.usedIn.filter((each) => !processes.has(each.processId));
      // A form that only hidden processes show is theirs.
      return usedIn.length === 0 && entry.place.usedIn.length > 0 ? [] : [{ ...entry, place: { ...entry.place, usedIn } }];
    }),
    letters: index.letters.filter(open),
    values: index.values,
    articles: index.articles.filter((entry) => !(entry.place.process !== null && processes.has(entry.place.process)) && open(entry)),
  };
};

/** Everything that names what is asked for, the very paragraph first. */
export const searchNorms = (index: Everything, wanted: readonly Wanted[]): Hits => ({
  models: once(search(index.models, wanted)),
  decisions: once(search(index.decisions, wanted)),
  letters: once(search(index.letters, wanted)),
  forms: once(search(index.forms, wanted)),
  articles: once(search(index.articles, wanted)),
  values: once(search(index.values, wanted)),
});

/** Whether anything names it: what leads nowhere is not suggested as related. */
export const isNamed = (index: Everything, wanted: Wanted): boolean =>
  Object.values(index).some((entries: readonly Entry[]) => entries.some(({ named }) => levelOf(named, [wanted]).level !== 'none'));
