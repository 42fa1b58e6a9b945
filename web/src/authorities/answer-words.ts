import { defineTexts } from '../i18n/define-texts.ts';
import { de } from './answer-words.de.ts';
import { en } from './answer-words.en.ts';

/** Beside a wait of a case, where the other words of authorities are not loaded. */
export const useAnswerTexts = defineTexts({ de, en });
