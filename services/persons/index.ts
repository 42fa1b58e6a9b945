/** Persons: who they are, all their names, and which records may be one and the same human being. What other features may call. */
export { type Applicant, applicantSchema } from './applicant.ts';
export { agreesWholly, changePerson, contradicts, takeStatement } from './change-person.ts';
export {
  decideDifference,
  fieldsChangedSince,
  insertChanges,
  insertDifferences,
  lastChange,
  listChanges,
  openDifferences,
} from './changes-store.ts';
export { impossibleDays } from './check-days.ts';
export {
  type Changes,
  CONTACT,
  compareDetails,
  isBlank,
  isSameValue,
  PERSONAL,
  type PersonalField,
  personalPart,
  withStated,
} from './fields.ts';
export {
  decideLikely,
  findLikely,
  insertLikely,
  type LikelyPair,
  type LikelyPerson,
  listLikely,
  listLikelyIds,
  markAsked,
} from './likely-store.ts';
export { comparable, type Ground } from './likeness.ts';
export { insertMerge, listMerges, restoreFamily, undoMerge } from './merges-store.ts';
export { fullName, hasOneName, listedName, type NameKind, type PersonName } from './names.ts';
export {
  endRelation,
  findRelation,
  insertRelation,
  joinFamilies,
  listRelations,
  partFamilies,
  relationsOfPerson,
} from './relations-store.ts';
export {
  findPerson,
  findStanding,
  insertPerson,
  listMerged,
  listNames,
  lockLikeness,
  lockPersons,
  type PersonRow,
  personById,
  storeDetails,
  storeMergedInto,
} from './store.ts';
