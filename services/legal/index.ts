/** The law as data: numbers with the days they hold, norms that exist, and the state the office works with. What other features may call. */
export { feeInputs } from './fee-inputs.ts';
export { fillForm, unknownValueKeys } from './fill-form.ts';
export { countSharedNorms, findUnknownNorms } from './norms.ts';
export { parseCitations } from './parse-citations.ts';
export { relevantDay } from './relevant-day.ts';
export { listUsedValues, noteValues, useNumber, useValue } from './use-value.ts';
export type { LegalValue } from './value-at.ts';
export { wordsOf } from './words.ts';
