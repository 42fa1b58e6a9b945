/** Cases: one matter of one person, its facts, history and waits. What other features may call. */
export { auditList } from './audit-list.ts';
export { reassignCase, withdrawCase } from './change-case.ts';
export { closeCase } from './close-case.ts';
export { findApplicant } from './find-applicant.ts';
export { getCase } from './get-case.ts';
export { findSeenPerson, getSeenPerson, type SeenPerson } from './get-seen-person.ts';
export { getVisibleCase } from './get-visible-case.ts';
export { addHistory, latestAuthor, listHistory, taskDoneKey } from './history-store.ts';
export { countCases, listCasesWithPerson } from './list-store.ts';
export {
  announcePapers,
  type Message,
  messages,
  tellAuthorityAnswer,
  tellPapersComplete,
  tellPayment,
  tellSecurityAnswer,
  tellStatement,
} from './messages.ts';
export { likelyNote, noteLikely, tellCasesOf } from './note-likely.ts';
export { notifyCase, notifyCases } from './notify-case.ts';
export { openCase, openCaseIn } from './open-case.ts';
export { inPageOrder, keysOfPage, type Page, type PageOrder } from './page-store.ts';
export { bookReminder } from './remind-of-case.ts';
export { listReminders } from './reminders-store.ts';
export { dropOverlappingRenewals, restoreRenewals } from './renewals.ts';
export { findRepresentation, type Representation } from './representation-store.ts';
export { caseId } from './schemas.ts';
export { caseIdsIn, countOpenCases } from './scope-store.ts';
export { prepareSearch } from './search-store.ts';
export {
  type CaseRow,
  findCaseByAktenzeichen,
  findRelatedOpenCase,
  hiddenAmong,
  listCasesOfPersons,
  lockCase,
  mergeFacts,
  moveCases,
  type Routing,
  selectCases,
  updateCase,
} from './store.ts';
export { caseSummary, listedCase, portalSummary } from './view.ts';
export { endOfWait, holdsCase, reminder, waitVariables } from './waits.ts';
export { endAllWaits, findWait, insertWait, noteReminded, openWaits, type Wait } from './waits-store.ts';
