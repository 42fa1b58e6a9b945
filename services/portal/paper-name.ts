import { findRow, getRowWith } from '../office/index.ts';
import type { Language } from './language.ts';

/** What a kind of paper is called to the person who sends it; one that the list does not have is one of the others. */
export const paperName = (code: string, language: Language): string =>
  (findRow('unterlagen', code) ?? getRowWith('unterlagen', 'alleAnderen')).portal[language];
