import { defineTexts } from '../i18n/define-texts.ts';
import { de } from './key-help-words.de.ts';
import { en } from './key-help-words.en.ts';

export const useKeyHelpTexts = defineTexts({ de, en });
