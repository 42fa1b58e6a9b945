import { demo as de } from '../i18n/areas/demo.de.ts';
import { demo as en } from '../i18n/areas/demo.en.ts';
import { defineTexts } from '../i18n/define-texts.ts';

export const useDemoTexts = defineTexts({ de, en });
