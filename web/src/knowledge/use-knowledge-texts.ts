import { knowledge as de } from '../i18n/areas/knowledge.de.ts';
import { knowledge as en } from '../i18n/areas/knowledge.en.ts';
import { defineTexts } from '../i18n/define-texts.ts';

export const useKnowledgeTexts = defineTexts({ de, en });
