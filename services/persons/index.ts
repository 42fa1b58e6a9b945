/** Persons: who they are, all their names, and which records may be one and the same human being. What other features may call. */
export { type Applicant, applicantSchema } from './applicant.ts';
export { impossibleDays } from './check-days.ts';
export { foldName } from './fold-name.ts';
export { fullName, hasOneName, listedName, type NameKind, type PersonName } from './names.ts';
export { findPerson, findSamePerson, insertPerson, lockPersonName, type PersonRow, updatePerson } from './store.ts';
