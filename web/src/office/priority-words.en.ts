import type { de } from './priority-words.de.ts';

export const en: typeof de = { 1: 'urgent', 2: 'high', 3: 'normal', 4: 'low' };
