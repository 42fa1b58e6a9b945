/** Tasks: what people have to do. What other features may call. */
import type { Reader } from '../../db/connection.ts';
import type { Purpose } from '../office/index.ts';
import { purposeState } from './store.ts';

export { claimTask, handOverTask } from './change-assignment.ts';
export { completeTask } from './complete-task.ts';
export { getVisibleTask } from './get-visible-task.ts';
export { guardTask } from './in-task.ts';
export { isUserTask } from './is-user-task.ts';
export { countHeldByOthers, listClaimable } from './list-claimable.ts';
export { type DoneTask, listAuthors, listCaseTasks, listDone, listTasksOfJobs, type TaskRow, tasksOfCase } from './store.ts';

/** The steps at which somebody has the papers of a case before them. */
export const CHECKS: readonly Purpose[] = ['unterlagen', 'neue-unterlagen'];

/** Whether a check of papers is still to come in this case, open on somebody's list, or over. */
export const checkState = (db: Reader, caseId: string): Promise<'kommt-noch' | 'offen' | 'vorbei'> => purposeState(db, caseId, CHECKS);
