import type { de } from './overtaken-words.de.ts';

export const en = {
  byAt: (who: string, when: string) => `${who} has changed this in the meantime (${when}).`,
  by: (who: string) => `${who} has changed this in the meantime.`,
  bySomebody: 'Somebody else has changed this in the meantime.',
  kept: 'What you entered is still here and not saved.',
  again: 'If you save once more, what you entered counts.',
  caption: 'Both versions side by side',
  columns: { what: 'Field', theirs: 'Their version', mine: 'Your version' },
  nothing: 'empty',
  same: 'Both versions are the same.',
  takeTheirs: 'Take their version',
  keepMine: 'Save my version',
} satisfies typeof de;
