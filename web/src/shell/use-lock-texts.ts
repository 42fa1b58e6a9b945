import { lock as de } from '../i18n/areas/lock.de.ts';
import { lock as en } from '../i18n/areas/lock.en.ts';
import { defineTexts } from '../i18n/define-texts.ts';

export const useLockTexts = defineTexts({ de, en });
