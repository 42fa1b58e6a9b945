import { defineTexts } from '../i18n/define-texts.ts';
import { de } from './day-input-words.de.ts';
import { en } from './day-input-words.en.ts';

export const useDayInputTexts = defineTexts({ de, en });
