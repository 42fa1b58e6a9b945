import { persons as de } from '../i18n/areas/persons.de.ts';
import { persons as en } from '../i18n/areas/persons.en.ts';
import { defineTexts } from '../i18n/define-texts.ts';

export const usePersonsTexts = defineTexts({ de, en });
