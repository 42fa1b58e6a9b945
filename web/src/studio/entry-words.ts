import { defineTexts } from '../i18n/define-texts.ts';
import { de } from './entry-words.de.ts';
import { en } from './entry-words.en.ts';

/** The few words of the studio that stand on other pages: those do not load the rest. */
export const useEntryTexts = defineTexts({ de, en });
