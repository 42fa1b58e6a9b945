import { lawName } from './law-names.ts';
import { type Norms, readNorms } from './norms.ts';
import { parseMentions } from './parse-citations.ts';

/** One section of a law, as a text names it. No paragraphs: the section as a whole. `start` and `end`: where the citation stands. */
export type NamedNorm = { law: string; section: string; paragraphs: string[]; start: number; end: number };

const between = (sections: readonly string[], from: string | undefined, to: string): string[] => {
  const [first, last] = [from === undefined ? -1 : sections.indexOf(from), sections.indexOf(to)];
  return first < 0 || last <= first ? [] : sections.slice(first + 1, last);
};

/** All sections a text names, those in between (`§§ 60b bis 60d`) too. A citation without a law means the AufenthG, as everywhere in this office. */
export const listNamedNorms = (text: string, known: Norms = readNorms()): NamedNorm[] =>
  parseMentions(text).flatMap(({ section, law: written, paragraphs, from, start, end }) => {
    const law = lawName(written ?? 'AufenthG');
    const passed = between(known[law] ?? [], from, section).map((each) => ({ law, section: each, paragraphs: [] as string[], start, end }));
    return [...passed, { law, section, paragraphs, start, end }];
  });

/** Laws that count articles. */
const byArticle: ReadonlySet<string> = new Set(['GG', 'DSGVO', 'EMRK', 'UN-Kinderrechtskonvention']);

/** As it is cited: `§ 18g Abs. 2 AufenthG`, `Art. 6 GG`. */
export const citeNorm = ({ law, section, paragraph }: { law: string; section: string; paragraph?: string | undefined }): string =>
  [byArticle.has(law) ? 'Art.' : '§', section, ...(paragraph ? [`Abs. ${paragraph}`] : []), law].join(' ');
