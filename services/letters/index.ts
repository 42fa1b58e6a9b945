/** Letters: what goes out to applicants, once each. What other features may call. */
export { measureReadability, plainTexts, type Readability } from './measure-readability.ts';
export type { LetterBlock } from './render-letter.ts';
export { type SendLetter, sendLetter } from './send-letter.ts';
export { type LetterLine, listLetters } from './store.ts';
