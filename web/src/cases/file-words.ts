import { defineTexts } from '../i18n/define-texts.ts';
import { de } from './file-words.de.ts';
import { en } from './file-words.en.ts';

export const useFileTexts = defineTexts({ de, en });
