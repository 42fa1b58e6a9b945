import type { de } from './answer-words.de.ts';

export const en = {
  open: 'Answer now',
  hint: 'Demo only: the simulated authority answers at once, and Lotse goes on.',
  which: 'Answer',
  send: 'Let it answer',
  routine: 'Give a response',
} satisfies typeof de;
