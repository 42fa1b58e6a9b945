import type { Language } from '../../i18n/language.tsx';
import { inGerman } from './translate.ts';

/** A module for diagram-js and its relatives. They are English by themselves. */
export const wordsIn = (language: Language): object => (language === 'de' ? { translate: ['value', inGerman] } : {});
