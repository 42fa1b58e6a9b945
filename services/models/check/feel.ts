import { readTokens } from './feel-tokens.ts';

/** All names an expression reads or defines, paths taken apart: `person.geschlecht` → person, geschlecht. */
export const namesIn = (expression: string): string[] => [
  ...new Set(
    readTokens(expression)
      .filter(({ kind }) => kind === 'name')
      .flatMap(({ text }) => text.split(/\s+/)),
  ),
];
