import { defineTexts } from '../i18n/define-texts.ts';
import { de } from './search-words.de.ts';
import { en } from './search-words.en.ts';

/** The field stands on every page; what it finds brings its own words. */
export const useSearchTexts = defineTexts({ de, en });
