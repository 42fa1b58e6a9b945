import type { CaseRow } from '../cases/index.ts';

type Found = Pick<CaseRow, 'anliegen' | 'facts'>;

const day = (value: unknown): string | undefined => (typeof value === 'string' ? /^\d{4}-\d\d-\d\d/.exec(value)?.[0] : undefined);

/** A case that was named wrongly first may hold both a ground for a Duldung and the norm of a title: what it is now decides. */
const isTitle = ({ anliegen, facts }: Found): boolean => anliegen !== 'DULDUNG' && typeof facts.beantragteNorm === 'string';

/** § 60a (2) AufenthG: one length for all of them, and which one it is (illness, family) is nothing the engine needs (docs/adr/0006). */
const GROUNDS_OF_60A2 = ['PASSLOS', 'KRANKHEIT', 'FAMILIE', 'RECHTLICH', 'ERMESSEN'];

/** What the paper rests on, as D12 has it: the ground of a Duldung, else the norm of the title ("18g(1)S1" is § 18g). */
export const basisOf = (found: Found): string => {
  if (isTitle(found)) return String(found.facts.beantragteNorm).replace(/^18g.*/, '18g');
  const ground = String(found.facts.duldungsgrund ?? '');
  return GROUNDS_OF_60A2.includes(ground) ? 'DULDUNG' : ground;
};

/** Last day of that basis, where it has one: the training of § 60c, the contract of a job (§ 18 (4) AufenthG). */
export const endOfBasis = (found: Found): string | undefined => {
  if (isTitle(found)) return day(found.facts.befristetBis);
  return found.facts.duldungsgrund === 'AUSBILDUNG_60C' ? day(found.facts.ausbildungEnde) : undefined;
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
