import type { de } from './card-guard-words.de.ts';

export const en = {
  broken:
    'This part cannot be shown; Lotse cannot cope with what is in it. Everything else on the page is right, and you can go on working. If you need what is in here, please tell the operations team.',
} satisfies typeof de;
