/** Letters: what goes out to applicants, once each. What other features may call. */
export { letterBody } from './letter-body.ts';
export { readLetterById } from './read-letter.ts';
export { sendLetter } from './send-letter.ts';
export { type LetterLine, listLetters, type MailboxRow, selectMailbox } from './store.ts';
