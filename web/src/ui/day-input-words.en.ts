import type { de } from './day-input-words.de.ts';

export const en = {
  calendar: (label: string) => `Open the calendar for “${label}”`,
} satisfies typeof de;
