import { audit as de } from '../i18n/areas/audit.de.ts';
import { audit as en } from '../i18n/areas/audit.en.ts';
import { defineTexts } from '../i18n/define-texts.ts';

export const useAuditTexts = defineTexts({ de, en });
