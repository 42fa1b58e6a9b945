/** Letters: what goes out to applicants, once each; decisions with their remedies and second checks. What other features may call. */
export { returnsOf } from './bescheid-checks.ts';
export { type Bescheid, findBescheid, findLatestSent, noteRemedyOutcome } from './bescheide-store.ts';
export { countChanges } from './diff-blocks.ts';
export { formatDate, officeDay } from './format-date.ts';
export { letterBody } from './letter-body.ts';
export { letterValues } from './letter-values.ts';
export { office } from './office.ts';
export { parseTemplate, type Template } from './parse-template.ts';
export { namesRemedy, type PlainLetter, plainLetters, valuesOf, whyNotPlain } from './plain-letters.ts';
export { readLetterById } from './read-letter.ts';
export { startResending } from './resend-unread.ts';
export { sendLetter } from './send-letter.ts';
export { showDraft } from './show-draft.ts';
export { findLetter, type LetterRow, lettersOfCase, listLetters, type MailboxRow, selectMailbox } from './store.ts';
export { readTemplates } from './templates.ts';
