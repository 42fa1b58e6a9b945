import type { de } from './words.de.ts';

export const en = {
  state: (date: string) => `Law as of ${date}`,
  authorities: 'Answer times of other authorities',
  notYet: (name: string, date: string) => `Not worked in yet: “${name}” (in force ${date})`,
} satisfies typeof de;
