/** Cases: one matter of one person, its facts and its history. What other features may call. */
export { auditList } from './audit-list.ts';
export { asApplicant, findApplicant } from './find-applicant.ts';
export { getCase } from './get-case.ts';
export { findSeenPerson, getSeenPerson, type SeenPerson } from './get-seen-person.ts';
export { getVisibleCase } from './get-visible-case.ts';
export { addHistory, historyOfCase, latestAuthor, listHistory, taskDoneKey } from './history-store.ts';
export { claimRootInstance, closeOpenCase, insertCase } from './life-store.ts';
export { countCases, listCasesWithPerson } from './list-store.ts';
export {
  announceCase,
  announcePapers,
  announceReassignment,
  announceReminder,
  announceRenewal,
  announceWithdrawal,
  type Message,
  messages,
  tellAuthorityAnswer,
  tellDeadline,
  tellPapersComplete,
  tellPayment,
  tellReminderDropped,
  tellRenewalDropped,
  tellSecurityAnswer,
  tellStatement,
} from './messages.ts';
export { likelyNote, noteLikely, tellCasesOf } from './note-likely.ts';
export { notifyCase, notifyCases } from './notify-case.ts';
export { inPageOrder, keysOfPage, type Page, type PageOrder } from './page-store.ts';
export { findRepresentation, type Representation, representationOfCase } from './representation-store.ts';
export { caseId, changeAnswers } from './schemas.ts';
export { caseIdsIn, countOpenCases } from './scope-store.ts';
export { prepareSearch } from './search-store.ts';
export {
  type CaseRow,
  type CaseStatus,
  caseAtHand,
  casesOfPerson,
  findCaseByAktenzeichen,
  findRelatedOpenCase,
  findRenewalOf,
  hiddenAmong,
  listCasesOfPersons,
  listPersonsOfAccount,
  lockCase,
  mergeFacts,
  moveCases,
  type Routing,
  selectCases,
  takeResult,
  updateCase,
} from './store.ts';
export { caseSummary, listedCase, portalSummary } from './view.ts';
