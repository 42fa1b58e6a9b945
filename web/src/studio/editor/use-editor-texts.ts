import { editor as de } from '../../i18n/areas/editor.de.ts';
import { editor as en } from '../../i18n/areas/editor.en.ts';
import { defineTexts } from '../../i18n/define-texts.ts';

export const useEditorTexts = defineTexts({ de, en });
