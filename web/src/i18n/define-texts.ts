import { type Language, useLanguage } from './language.tsx';

/**
 * A hook that gives a folder's words in the language chosen. Each folder has its own pair of dictionaries (`words.de.ts`, `words.en.ts`)
 * and the hook beside them (`words.ts`), so a view loads its own words and no others.
 */
export const defineTexts =
  <Words extends object>(words: Record<Language, Words>) =>
  (): Words =>
    words[useLanguage()];
