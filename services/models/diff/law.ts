import { listNamedNorms } from '../../legal/index.ts';

const cites = (text: string | null): boolean => text !== null && listNamedNorms(text).length > 0;

/** A text that names a section of a law, before or after: whoever changes it speaks about the law. */
export const speaksOfLaw = (...texts: (string | null)[]): boolean => texts.some(cites);

/** Properties by which a model says what it rests on and who must look at it. */
export const legalProperties: ReadonlySet<string> = new Set(['norm', 'rechtsstand', 'vierAugen', 'verfasst', 'freigabe']);

/** Variables that carry a time limit or decide how long one is. */
export const isTimeLimit = (variable: string): boolean => /frist|erinner|warteArt/i.test(variable);

/** Where decisions are signed, people heard and remedies handled, every change that works is one of the law. */
const blocks = /(?:^|\/)(?:bescheid|vier-augen|anhoerung|eskalation|versagung|widerspruch)(?:\/|\.)/;
export const isLegalBlock = (path: string): boolean => blocks.test(path);
