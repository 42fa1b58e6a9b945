import { studioEntry as de } from '../i18n/areas/studio-entry.de.ts';
import { studioEntry as en } from '../i18n/areas/studio-entry.en.ts';
import { defineTexts } from '../i18n/define-texts.ts';

/** The few words of the studio that stand on other pages: those do not load the rest. */
export const useEntryTexts = defineTexts({ de, en });
