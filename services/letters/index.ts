/** Letters: what goes out to applicants, once each. What other features may call. */
export { sendLetter } from './send-letter.ts';
export { listLetters } from './store.ts';
