import { defineTexts } from '../i18n/define-texts.ts';
import { de } from './lock-words.de.ts';
import { en } from './lock-words.en.ts';

export const useLockTexts = defineTexts({ de, en });
