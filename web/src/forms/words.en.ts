import type { de } from './words.de.ts';

export const en = {
  proposal: 'See what the table proposes',
  loading: 'Loading the form …',
  optional: 'optional',
  choose: 'Please choose',
  dateHint: 'DD.MM.YYYY',
  dateRange: (from?: string, until?: string) =>
    from && until ? `from ${from} to ${until}` : from ? `from ${from} on` : until ? `until ${until}` : '',
  unclear: 'Which is meant?',
  yes: 'Yes',
  no: 'No',
  faults: (n: number) => (n === 1 ? 'One entry is missing or wrong' : `${n} entries are missing or wrong`),
  left: (n: number) => (n === 1 ? '1 character left' : `${n} characters left`),
  tooLong: (n: number) => (n === 1 ? '1 character too many' : `${n} characters too many`),
  list: {
    add: (label: string) => `Add an entry: ${label}`,
    addShort: 'Add an entry',
    remove: (n: number) => `Remove entry ${n}`,
    removeShort: 'Remove',
    row: (n: number) => `Entry ${n}`,
    none: 'No entry yet.',
    removed: (n: number) => `Entry ${n} removed`,
  },
  file: {
    choose: 'Upload a file',
    none: 'none',
    remove: 'Undo the choice',
    loading: 'Uploading the file …',
    failed: 'The file could not be uploaded.',
    chosen: (name: string) => `Chosen: ${name}`,
  },
} satisfies typeof de;
