import type { DocumentType } from './document-types.ts';

/** One of these is enough; the first is asked for when none is there. */
type Need = readonly [DocumentType, ...DocumentType[]];

const byAnliegen: Record<string, readonly Need[]> = {
  DULDUNG: [['PASS', 'PASSBEMUEHUNG'], ['FOTO'], ['MELDEBESTAETIGUNG']],
};

/** § 60a Abs. 2c (certificate), § 60c (training contract), § 60d (employment contract) AufenthG. */
const byGround: Record<string, readonly Need[]> = {
  KRANKHEIT: [['ATTEST']],
  AUSBILDUNG_60C: [['AUSBILDUNGSVERTRAG']],
  BESCHAEFTIGUNG_60D: [['ARBEITSVERTRAG']],
};

/** Codes of what is needed and not there. A proposal for the clerk, who decides what is really asked for. */
export const findMissing = (matter: { anliegen: string; duldungsgrund?: unknown }, present: readonly string[]): DocumentType[] =>
  [...(byAnliegen[matter.anliegen] ?? []), ...(byGround[String(matter.duldungsgrund ?? '')] ?? [])]
    .filter((need) => !need.some((code) => present.includes(code)))
    .map((need) => need[0]);
