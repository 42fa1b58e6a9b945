import { type Language, useLanguage } from './language.tsx';

/**
 * A hook that gives an area's words in the language chosen. Each area brings its own pair of dictionaries
 * (`areas/<area>.de.ts`, `areas/<area>.en.ts`), so a view loads its own words and no others.
 */
export const defineTexts =
  <Words extends object>(words: Record<Language, Words>) =>
  (): Words =>
    words[useLanguage()];
