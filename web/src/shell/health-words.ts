import { defineTexts } from '../i18n/define-texts.ts';
import { de } from './health-words.de.ts';
import { en } from './health-words.en.ts';

export const useHealthTexts = defineTexts({ de, en });
