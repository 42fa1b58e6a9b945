import { norms as de } from '../i18n/areas/norms.de.ts';
import { norms as en } from '../i18n/areas/norms.en.ts';
import { defineTexts } from '../i18n/define-texts.ts';

export const useNormsTexts = defineTexts({ de, en });
