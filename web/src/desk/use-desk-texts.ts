import { desk as de } from '../i18n/areas/desk.de.ts';
import { desk as en } from '../i18n/areas/desk.en.ts';
import { defineTexts } from '../i18n/define-texts.ts';

export const useDeskTexts = defineTexts({ de, en });
