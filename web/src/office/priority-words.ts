import { defineTexts } from '../i18n/define-texts.ts';
import { de } from './priority-words.de.ts';
import { en } from './priority-words.en.ts';

/** Apart from the other names of the office: the list of tasks needs these and no others. */
export const usePriorityNames = defineTexts({ de, en });
