import { legal as de } from '../i18n/areas/legal.de.ts';
import { legal as en } from '../i18n/areas/legal.en.ts';
import { defineTexts } from '../i18n/define-texts.ts';

export const useLegalTexts = defineTexts({ de, en });
