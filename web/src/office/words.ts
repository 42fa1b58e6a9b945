import { defineTexts } from '../i18n/define-texts.ts';
import { anliegen } from './anliegen.ts';
import { defineNames } from './define-names.ts';
import { de } from './words.de.ts';
import { en } from './words.en.ts';

export const useOfficeTexts = defineTexts({ de, en });

/** A matter by its name; beside the other words, because most views need both and load them as one. */
export const useAnliegenName = defineNames(anliegen);
