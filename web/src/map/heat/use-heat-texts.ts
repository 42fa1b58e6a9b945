import { heat as de } from '../../i18n/areas/heat.de.ts';
import { heat as en } from '../../i18n/areas/heat.en.ts';
import { defineTexts } from '../../i18n/define-texts.ts';

export const useHeatTexts = defineTexts({ de, en });
