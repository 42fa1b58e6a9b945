import type { Deps } from '../deps.ts';
import { auditAlone, auditRefusals } from '../platform/audit.ts';
import { NotFound } from '../platform/errors.ts';
import type { User } from '../platform/route.ts';
import { taskEntry } from './in-task.ts';
import { taskSight } from './may-see-task.ts';
import { findTask, type TaskRow } from './store.ts';

/** The task, if this person sees it; else the NotFound of an absent one. Either is in the audit trail. */
export const getVisibleTask = (
  deps: Pick<Deps, 'db'>,
  { user, taskId, action }: { user: User; taskId: string; action: string },
): Promise<TaskRow> =>
  auditRefusals(deps.db, { actor: user.account, action, object: `task ${taskId}` }, async () => {
    const task = await findTask(deps.db, taskId);
    if (!task || !taskSight(user, task).visible) throw new NotFound();
    await auditAlone(deps.db, taskEntry(task, { actor: user.account, action, outcome: 'done' }));
    return task;
  });
