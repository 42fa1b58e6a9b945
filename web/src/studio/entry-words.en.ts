import type { de } from './entry-words.de.ts';

export const en = {
  edit: 'Edit',
  opening: 'Being opened …',
  titleOf: (name: string) => `${name}: change`,
  create: 'Create',
  createLong: (id: string) => `Create process “${id}”`,
  waiting: (n: number) => (n === 1 ? '1 change is waiting for your release' : `${n} changes are waiting for your release`),
  studio: 'Studio',
  planned: 'Without a model yet',
  news: {
    title: 'New in your procedures',
    read: 'Read',
    readLong: (title: string) => `Read: ${title}`,
    more: (n: number) => (n === 1 ? 'and 1 more change' : `and ${n} more changes`),
  },
} satisfies typeof de;
