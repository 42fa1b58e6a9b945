import type { de } from './search-words.de.ts';

export const en = {
  label: 'Search cases',
  placeholder: 'Name or reference',
  go: 'Search',
  key: 'Key /',
} satisfies typeof de;
