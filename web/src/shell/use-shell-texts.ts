import { shell as de } from '../i18n/areas/shell.de.ts';
import { shell as en } from '../i18n/areas/shell.en.ts';
import { defineTexts } from '../i18n/define-texts.ts';

export const useShellTexts = defineTexts({ de, en });
