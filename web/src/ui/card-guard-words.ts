import { defineTexts } from '../i18n/define-texts.ts';
import { de } from './card-guard-words.de.ts';
import { en } from './card-guard-words.en.ts';

export const useCardGuardTexts = defineTexts({ de, en });
