/** Cases: one matter of one person, its facts, history and waits. What other features may call. */
export { applicantSchema, decisionFacts, type Applicant } from './applicant.ts';
export { HIDDEN_ANLIEGEN, isHiddenAnliegen, isKnownAnliegen, OPEN_ANLIEGEN } from './anliegen.ts';
export { closeCase } from './close-case.ts';
export { reassignCase, withdrawCase } from './change-case.ts';
export { foldName } from './fold-name.ts';
export { getCase } from './get-case.ts';
export { getVisibleCase } from './get-visible-case.ts';
export { notifyCase, notifyCases } from './notify-case.ts';
export { addHistory, lastDoneAt, latestAuthor, listHistory, taskDoneKey, type HistoryLine } from './history-store.ts';
export { openCase, openCaseIn } from './open-case.ts';
export {
  findCase,
  findPerson,
  findRelatedOpenCase,
  hiddenAmong,
  lockCase,
  mergeFacts,
  mergeFacts as setFacts,
  selectCases,
  updateCase,
  type CaseRow,
  type PersonRow,
  type Routing,
} from './store.ts';
export { moveDeadline, reminder, signalWait, waitVariables } from './waits.ts';
export { endAllWaits, endWait, findWait, insertWait, openWaits, updateWait, type Wait } from './waits-store.ts';
export { caseId, listedCaseSchema } from './schemas.ts';
export { caseSummary, statusOf } from './view.ts';
