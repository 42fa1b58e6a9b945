import { file as de } from '../i18n/areas/file.de.ts';
import { file as en } from '../i18n/areas/file.en.ts';
import { defineTexts } from '../i18n/define-texts.ts';

export const useFileTexts = defineTexts({ de, en });
