import { lawName, listNamedNorms, type Norms, readNorms } from '../legal/index.ts';
import type { Wanted } from './types.ts';

/** `known`: sections that exist. `near`: what else could have been meant, or is called the same in another law. */
export type Asked = { known: Wanted[]; near: Wanted[]; understood: boolean };

const MOST_NEAR = 8;
const one = /^\s*(?:§§?|paragra(?:ph|f)|art(?:\.|ikel)?)?\s*(\d{1,4}[a-z]?)(?![a-z0-9])(.*)$/i;
const paragraphOf = /^\s*(?:abs(?:\.|atz)?\s*(\d+[a-z]?)|\((\d+[a-z]?)\))/i;

/** The law's name as the list of norms has it, however it was typed. */
const findLaw = (typed: string, norms: Norms): string | undefined => {
  const plain = (text: string): string => text.toLowerCase().replaceAll(/[\s./-]/g, '');
  const wanted = plain(typed.replace(/^\s*(?:des|der)\s+/i, ''));
  const exact = Object.keys(norms).find((law) => plain(law) === wanted);
  if (exact || wanted === '') return exact;
  const written = lawName(
    typed
      .trim()
      .replace(/^(?:des|der)\s+/i, '')
      .replace(/^./, (first) => first.toUpperCase()),
  );
  return norms[written] ? written : undefined;
};

/** `18g`, `§18g`, `§ 18g Abs. 2 AufenthG`, `art 6 gg`: one section, however it was typed. */
const parseOne = (query: string, norms: Norms): { section: string; paragraph?: string; law?: string; unknownLaw: boolean } | undefined => {
  const hit = one.exec(query);
  if (!hit) return undefined;
  let rest = hit[2] ?? '';
  const inside = paragraphOf.exec(rest);
  if (inside) rest = rest.slice(inside[0].length);
  // Sentences and numbers are finer than any place says.
  rest = rest.replaceAll(/(?:\b(?:satz|nr\.?|s\.|halbsatz|buchst\.?)\s*)+\d*[a-z]?\b/gi, ' ').replace(/^[\s,]+/, '');
  const law = findLaw(rest, norms);
  const paragraph = (inside?.[1] ?? inside?.[2])?.toLowerCase();
  return {
    section: (hit[1] ?? '').toLowerCase(),
    ...(paragraph ? { paragraph } : {}),
    ...(law ? { law } : {}),
    unknownLaw: law === undefined && rest.trim() !== '',
  };
};

const numberOf = (section: string): number => Number.parseInt(section, 10);

const neighbours = (sections: readonly string[], section: string): string[] => {
  const same = sections.filter((each) => numberOf(each) === numberOf(section));
  if (same.length > 0) return same;
  return sections.toSorted((a, b) => Math.abs(numberOf(a) - numberOf(section)) - Math.abs(numberOf(b) - numberOf(section))).slice(0, 4);
};

/** What a search means. Without a law the AufenthG, as everywhere in this office; what it does not have may be another law's. */
export const parseQuery = (query: string, norms: Norms = readNorms()): Asked => {
  const typed = query.trim();
  const several = listNamedNorms(typed, norms).filter(({ law, section }) => norms[law]?.includes(section));
  if (several.length > 1) {
    const known = several.map(({ law, section, paragraphs: [paragraph] }) => ({ law, section, ...(paragraph ? { paragraph } : {}) }));
    return { known, near: [], understood: true };
  }
  const asked = parseOne(typed, norms);
  if (!asked) return { known: [], near: [], understood: false };
  const { section, paragraph, law, unknownLaw } = asked;
  const lawsWith = Object.keys(norms).filter((each) => norms[each]?.includes(section));
  const wanted = law ?? (unknownLaw ? undefined : lawsWith.includes('AufenthG') ? 'AufenthG' : undefined);
  const known = wanted !== undefined && lawsWith.includes(wanted) ? [{ law: wanted, section, paragraph }] : [];
  const others = lawsWith.filter((each) => each !== wanted).map((each) => ({ law: each, section }));
  const close = known.length > 0 || unknownLaw ? [] : neighbours(norms[law ?? 'AufenthG'] ?? [], section);
  const near = [...close.map((each) => ({ law: law ?? 'AufenthG', section: each })), ...others];
  return { known, near: near.slice(0, MOST_NEAR), understood: true };
};
