import { readFileSync } from 'node:fs';
import { lawName } from './law-names.ts';
import { parseCitations } from './parse-citations.ts';

/** Law → its sections (or articles) as they stand today, repealed ones left out. */
export type Norms = Readonly<Record<string, readonly string[]>>;

let norms: Norms | undefined;

/** processes/normen.json, read once: it changes with a release only. */
export const readNorms = (): Norms => {
  norms ??= JSON.parse(readFileSync(new URL('../../processes/normen.json', import.meta.url), 'utf8')) as Norms;
  return norms;
};

/** One sentence for each norm a text names that does not exist. A citation without a law means the AufenthG, as everywhere in this office. */
export const findUnknownNorms = (text: string, known: Norms = readNorms()): string[] => {
  const faults = parseCitations(text).flatMap(({ sign, section, law }) => {
    const name = lawName(law ?? 'AufenthG');
    const sections = known[name];
    if (!sections) return [`Das Gesetz „${name}“ steht nicht im Verzeichnis der Normen (processes/normen.json).`];
    return sections.includes(section) ? [] : [`Die Norm ${sign} ${section} ${name} gibt es nicht (processes/normen.json).`];
  });
  return [...new Set(faults)];
};

const sections = (text: string): string[] =>
  parseCitations(text).map(({ sign, section, law }) => `${sign} ${section} ${lawName(law ?? 'AufenthG')}`);

/** How many sections two texts both name. */
export const countSharedNorms = (one: string, other: string): number => {
  const named = new Set(sections(one));
  return new Set(sections(other).filter((each) => named.has(each))).size;
};
