import { findRow } from '../office/index.ts';
import type { Language } from './language.ts';

const general: Record<Language, string> = { de: 'Ihr Anliegen', en: 'Your matter' };

/** What a matter is called to the person it belongs to. */
export const anliegenName = (anliegen: string, language: Language): string => {
  const row = findRow('anliegen', anliegen);
  return !row || row.verdeckt ? general[language] : (row.portal ?? row)[language];
};
