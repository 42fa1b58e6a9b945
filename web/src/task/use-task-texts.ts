import { task as de } from '../i18n/areas/task.de.ts';
import { task as en } from '../i18n/areas/task.en.ts';
import { defineTexts } from '../i18n/define-texts.ts';

export const useTaskTexts = defineTexts({ de, en });
