import { lawPattern } from './law-names.ts';

/** One section a text names; `law` is missing where none is said. */
export type Citation = { sign: '§' | 'Art.'; section: string; law: string | undefined };

const start = /§§?|\bArt(?:\.|ikel)(?=\s*\d)/g;
const space = /\s+/y;
const number = /(\d+[a-z]?)(?![\p{L}\p{N}])/uy;
const bracket = /\(\d+[a-z]?\)(?:S\d+)?/y;
/** From here on numbers count something inside the section. */
const inside = /(?:Abs(?:\.|atz|ätze)|Satz|Sätze|S\.|Nr\.|Nummern?|Halbsatz|Buchst(?:\.|abe)|Alt\.)/y;
const joint = /(?:,|und|oder|sowie|bis|ff?\.)(?=[\s§]|$)/y;

const order = (section: string): number => Number.parseInt(section, 10) * 100 + (section.replace(/^\d+/, '').charCodeAt(0) || 0);

/**
 * Reads German citations: `§§ 60a Abs. 1, 2, 2c, 60b bis 60d AufenthG, § 39 VwVfG`. After `Abs.` a number is a paragraph of the section unless the
 * citation is a plural one and the number lies beyond the section named last: sections are cited in order. A law that stands at the end of a run
 * counts for all sections of the run.
 */
export const parseCitations = (text: string): Citation[] => {
  const found: Citation[] = [];
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
    const run: string[] = [];
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
      if (take(inside)) {
        level = 'inside';
        afterWord = true;
        continue;
      }
      const hit = take(number);
      if (hit) {
        const value = hit[1] as string;
        const beyond = plural && !afterWord && order(value) > order(last);
        if ((level === 'section' && (plural || last === '')) || (level === 'inside' && beyond)) {
          level = 'section';
          last = value;
          run.push(value);
        }
        afterWord = false;
        continue;
      }
      if (take(bracket) || take(joint)) continue;
      law = take(lawPattern)?.[1];
      break;
    }
    if (sign === '§' || law) for (const section of run) found.push({ sign, section, law });
  }
};
