import { forms as de } from '../i18n/areas/forms.de.ts';
import { forms as en } from '../i18n/areas/forms.en.ts';
import { defineTexts } from '../i18n/define-texts.ts';

export const useFormsTexts = defineTexts({ de, en });
