import { defineTexts } from '../i18n/define-texts.ts';
import { de } from './banner-words.de.ts';
import { en } from './banner-words.en.ts';

export const useBannerTexts = defineTexts({ de, en });
