import type { lawBanner as de } from './law-banner.de.ts';

export const lawBanner = {
  changed: 'The law has changed:',
} satisfies typeof de;
