import type { de } from './banner-words.de.ts';

export const en = {
  changed: 'The law has changed:',
} satisfies typeof de;
