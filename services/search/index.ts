/** Search: the keys a person is found by, and what somebody typed read as numbers, dates and names. Knows no rights: whoever asks says what may be seen. */
export { type Candidate, identifies, nearestName } from './closeness.ts';
export type { FileNumber } from './file-number.ts';
export { indexMissing, indexPersons } from './keys-store.ts';
export { findPeople, listMeant, meantBy, readCandidates, type Sight } from './people-store.ts';
export { type PeopleQuery, type Query, readQuery } from './read-query.ts';
