import { defineTexts } from '../../i18n/define-texts.ts';
import { de } from './words.de.ts';
import { en } from './words.en.ts';

export const useGuideTexts = defineTexts({ de, en });
