/** Tasks: what people have to do. What other features may call. */
import type { Reader } from './store.ts';
import { elementState } from './store.ts';

export { completeTask } from './complete-task.ts';
export { fieldsOf, type Form, nameOf } from './form/read-form.ts';
export { listCaseTasks, type TaskRow, type TaskStatus } from './store.ts';
export { taskSight } from './may-see-task.ts';

const CHECKS = ['userTask_UnterlagenPruefen', 'userTask_NeueUnterlagenPruefen'];

/** Whether a check of papers is still to come in this case, open on somebody's list, or over. */
export const checkState = (db: Reader, caseId: string): Promise<'kommt-noch' | 'offen' | 'vorbei'> => elementState(db, caseId, CHECKS);
