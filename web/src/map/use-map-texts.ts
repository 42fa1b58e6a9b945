import { map as de } from '../i18n/areas/map.de.ts';
import { map as en } from '../i18n/areas/map.en.ts';
import { defineTexts } from '../i18n/define-texts.ts';

export const useMapTexts = defineTexts({ de, en });
