import { cases as de } from '../i18n/areas/cases.de.ts';
import { cases as en } from '../i18n/areas/cases.en.ts';
import { defineTexts } from '../i18n/define-texts.ts';

export const useCasesTexts = defineTexts({ de, en });
