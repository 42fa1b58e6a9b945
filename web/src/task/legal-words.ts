import { defineTexts } from '../i18n/define-texts.ts';
import { de } from './legal-words.de.ts';
import { en } from './legal-words.en.ts';

export const useLegalTexts = defineTexts({ de, en });
