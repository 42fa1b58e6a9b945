import { inbox as de } from '../i18n/areas/inbox.de.ts';
import { inbox as en } from '../i18n/areas/inbox.en.ts';
import { defineTexts } from '../i18n/define-texts.ts';

export const useInboxTexts = defineTexts({ de, en });
