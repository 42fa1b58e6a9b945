import { knowledgePath } from '../paths.ts';
import type { NavEntry } from '../shell/slots.ts';

export const knowledgeNav: NavEntry = {
  path: knowledgePath,
  name: { de: 'Wissen', en: 'Knowledge' },
};
