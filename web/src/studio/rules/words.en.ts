import type { de } from './words.de.ts';

export const en = {
  lead: 'What the check asks of a model, why, and how it looks when it is right. The rules are in German, like the models.',
  rules: 'For each model',
  promises: 'Between models and the program',
  wrong: 'Not like this',
  right: 'This is right',
  pictures: 'The rule in two drawings',
  sign: '✗',
  why: 'Rule and example',
  whyOf: (message: string) => `Rule and example: “${message}”`,
  all: 'All rules',
} satisfies typeof de;
