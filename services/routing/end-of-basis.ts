import type { CaseRow } from '../cases/index.ts';
import { factIs, getRowWith, hasFact, readFact, rowHas } from '../office/index.ts';

type Found = Pick<CaseRow, 'anliegen' | 'facts'>;

/** A case that was named wrongly first may hold both a ground for a Duldung and the norm of a title: what it is now decides. */
const isTitle = ({ anliegen, facts }: Found): boolean => !rowHas('anliegen', anliegen, 'grundlage') && hasFact(facts, 'beantragteNorm');

/**
 * What the paper rests on, as D12 has it: the ground of a Duldung, else the norm of the title ("18g(1)S1" is § 18g). Grounds that last alike (§ 60a (2)
 * AufenthG) go by one name: which one it is (illness, family) is nothing the engine needs (docs/adr/0006).
 */
export const basisOf = (found: Found): string => {
  if (isTitle(found)) return readFact(found.facts, 'beantragteNorm').replace(/^18g.*/, '18g');
  const ground = readFact(found.facts, 'duldungsgrund');
  const { grundlage } = getRowWith('anliegen', 'grundlage');
  return grundlage?.gruende.includes(ground) ? grundlage.code : ground;
};

/** Last day of that basis, where it has one: the training of § 60c, the contract of a job (§ 18 (4) AufenthG). */
export const endOfBasis = (found: Found): string | undefined => {
  if (isTitle(found)) return readFact(found.facts, 'befristetBis');
  return factIs(found.facts, 'duldungsgrund', 'AUSBILDUNG_60C') ? readFact(found.facts, 'ausbildungEnde') : undefined;
};

const MONTHS_BEYOND_CONTRACT = 3;
const MOST_YEARS = 4;

/** Days no proposal may go beyond: the end of the basis; with a job three months more, and four years at most (§ 18 (4) AufenthG). */
export const limitsOfBasis = (found: Found, today: Temporal.PlainDate): string[] => {
  const end = endOfBasis(found);
  if (!isTitle(found)) return end ? [end] : [];
  const beyond = end && Temporal.PlainDate.from(end).add({ months: MONTHS_BEYOND_CONTRACT }).toString();
  return [today.add({ years: MOST_YEARS }).toString(), ...(beyond ? [beyond] : [])];
};
