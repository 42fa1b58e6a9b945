import { office as de } from '../i18n/areas/office.de.ts';
import { office as en } from '../i18n/areas/office.en.ts';
import { defineTexts } from '../i18n/define-texts.ts';
import { anliegen } from './anliegen.ts';
import { defineNames } from './define-names.ts';

export const useOfficeTexts = defineTexts({ de, en });

/** A matter by its name; beside the other words, because most views need both and load them as one. */
export const useAnliegenName = defineNames(anliegen);
