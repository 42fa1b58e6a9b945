import { lawPattern } from './law-names.ts';

/** One section a text names; `law` is missing where none is said. */
export type Citation = { sign: '§' | 'Art.'; section: string; law: string | undefined };

const start = /§§?|\bArt(?:\.|ikel)(?=\s*\d)/g;
const space = /\s+/y;
const number = /(\d+[a-z]?)(?![\p{L}\p{N}])/uy;
const bracket = /\((\d+[a-z]?)\)(?:S\d+)?/y;
/** From here on numbers count something inside the section. */
const inside = /(?:Abs(?:\.|atz|ätze)|Satz|Sätze|S\.|Nr\.|Nummern?|Halbsatz|Buchst(?:\.|abe)|Alt\.)/y;
const joint = /(?:,|und|oder|sowie|bis|ff?\.)(?=[\s§]|$)/y;

const order = (section: string): number => Number.parseInt(section, 10) * 100 + (section.replace(/^\d+/, '').charCodeAt(0) || 0);

/** A citation with where it stands in the text, the paragraphs it names, and the section it runs from (`60b bis 60d`: 60d runs from 60b). */
export type Mention = Citation & { paragraphs: string[]; from: string | undefined; start: number; end: number };

/** Paragraphs in between are meant, too: `Abs. 3 bis 5a` names 3, 4, 5 and 5a. */
const upTo = (last: string | undefined, value: string): string[] => {
  const [low, high] = [Number.parseInt(last ?? value, 10), Number.parseInt(value, 10)];
  const between = Array.from({ length: Math.min(Math.max(high - low, 0), 50) }, (_, index) => String(low + 1 + index));
  return between.at(-1) === value ? between : [...between, value];
};

/**
 * Reads German citations: `§§ 60a Abs. 1, 2, 2c, 60b bis 60d AufenthG, § 39 VwVfG`. After `Abs.` a number is a paragraph of the section unless the
 * citation is a plural one and the number lies beyond the section named last: sections are cited in order. A law that stands at the end of a run
 * counts for all sections of the run.
 */
export const parseMentions = (text: string): Mention[] => {
  const found: Mention[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const hit = pattern.exec(text);
    if (hit) at = pattern.lastIndex;
    return hit;
  };
  for (;;) {
    start.lastIndex = at;
    const first = start.exec(text);
    if (!first) return found;
    at = start.lastIndex;
    const sign = first[0].startsWith('§') ? '§' : 'Art.';
    let plural = first[0] === '§§';
    let level: 'section' | 'inside' = 'section';
    let last = '';
    let afterWord = false;
    let inParagraphs = false;
    let through = false;
    const run: Pick<Mention, 'section' | 'paragraphs' | 'from'>[] = [];
    let law: string | undefined;
    for (;;) {
      take(space);
      const again = take(/§§?/y);
      if (again) {
        plural = again[0] === '§§';
        level = 'section';
        last = '';
        continue;
      }
      const word = take(inside);
      if (word) {
        level = 'inside';
        afterWord = true;
        inParagraphs = word[0].startsWith('Abs');
        continue;
      }
      const hit = take(number);
      if (hit) {
        const value = hit[1] as string;
        const beyond = plural && !afterWord && order(value) > order(last);
        if ((level === 'section' && (plural || last === '')) || (level === 'inside' && beyond)) {
          level = 'section';
          last = value;
          run.push({ section: value, paragraphs: [], from: through ? run.at(-1)?.section : undefined });
        } else if (level === 'inside' && inParagraphs) {
          const paragraphs = run.at(-1)?.paragraphs;
          paragraphs?.push(...(through ? upTo(paragraphs.at(-1), value) : [value]));
        }
        afterWord = false;
        through = false;
        continue;
      }
      const inBrackets = take(bracket);
      if (inBrackets) {
        run.at(-1)?.paragraphs.push(inBrackets[1] as string);
        continue;
      }
      const joined = take(joint);
      if (joined) {
        through = joined[0] === 'bis';
        continue;
      }
      law = take(lawPattern)?.[1];
      break;
    }
    const place = { start: first.index, end: at };
    if (sign === '§' || law) for (const each of run) found.push({ sign, law, ...each, ...place });
  }
};

/** The sections a text names, without what it says inside them. */
export const parseCitations = (text: string): Citation[] => parseMentions(text).map(({ sign, section, law }) => ({ sign, section, law }));
