/** Waits: what a case waits for, until when, and what it is reminded of; renewals that are booked for later. */
export { beginWait } from './begin-wait.ts';
export { failureToAct } from './failure-to-act.ts';
export { bookReminder } from './remind-of-case.ts';
export { remindersOfCase } from './reminders-store.ts';
export { dropOverlappingRenewals, dropRenewals, restoreRenewals } from './renewals.ts';
export { endAllWaits, findWait, noteReminded, openRenewals, openWaits, openWaitsOfCase, type Wait } from './waits-store.ts';
