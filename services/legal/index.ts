/** The law as data: numbers with the days they hold, norms that exist, and the state the office works with. What other features may call. */
export { readCatalogue } from './catalogue.ts';
export { feeInputs } from './fee-inputs.ts';
export { fillForm, unknownValueKeys } from './fill-form.ts';
export { lawName } from './law-names.ts';
export { citeNorm, listNamedNorms, type NamedNorm } from './named-norms.ts';
export { countSharedNorms, findUnknownNorms, type Norms, readNorms } from './norms.ts';
export { relevantDay } from './relevant-day.ts';
export { listUsedValues, noteValues, usedValuesOfCase, useNumber, useValue } from './use-value.ts';
export { findValue, type LegalValue } from './value-at.ts';
export { wordsOf } from './words.ts';
