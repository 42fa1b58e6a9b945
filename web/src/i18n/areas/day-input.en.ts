import type { dayInput as de } from './day-input.de.ts';

export const dayInput = {
  calendar: (label: string) => `Open the calendar for “${label}”`,
} satisfies typeof de;
