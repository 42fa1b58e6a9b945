import { studio as de } from '../i18n/areas/studio.de.ts';
import { studio as en } from '../i18n/areas/studio.en.ts';
import { defineTexts } from '../i18n/define-texts.ts';

export const useStudioTexts = defineTexts({ de, en });
