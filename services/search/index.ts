/** Search: the keys a person is found by, and what somebody typed read as numbers, dates and names. Knows no rights: whoever asks says what may be seen. */
export { type Candidate, identifies, nearestName } from './closeness.ts';
export { compareNames, type NameLikeness } from './compare-names.ts';
export type { FileNumber } from './file-number.ts';
export { plainLetters } from './fold-word.ts';
export { indexMissing, indexNew, indexPersons } from './keys-store.ts';
export { type WrittenName, wholeNames } from './name-keys.ts';
export { findPeople, listMeant, listNarrow, readCandidates, type Sight } from './people-store.ts';
export { MOST_TYPED, type PeopleQuery, type Query, queriesFor, queriesForSlips, readQuery } from './read-query.ts';
