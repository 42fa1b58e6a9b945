import { defineTexts } from '../i18n/define-texts.ts';
import { de } from './overtaken-words.de.ts';
import { en } from './overtaken-words.en.ts';

export const useOvertakenTexts = defineTexts({ de, en });
