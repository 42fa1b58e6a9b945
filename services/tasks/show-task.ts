import type { Deps } from '../deps.ts';
import { auditAlone, auditRefusals } from '../platform/audit.ts';
import { NotFound } from '../platform/errors.ts';
import { type Answer, reply, type User } from '../platform/route.ts';
import { taskEntry } from './in-task.ts';
import { findShownTask, type ShownTask } from './list-store.ts';
import { taskSight } from './may-see-task.ts';
import { taskView } from './view.ts';

/** The task as this person sees it; NotFound if they may not. It shows facts of the case, so it is noted as the case's own view is. */
export const showTask = (deps: Deps, user: User, taskId: string): Promise<Answer> => {
  const entry = { actor: user.account, action: 'view task' };
  return auditRefusals(deps.db, { ...entry, object: `task ${taskId}` }, async () => {
    const task = await findShownTask(deps.db, taskId);
    if (!task || !taskSight(user, task).visible) throw new NotFound();
    await auditAlone(deps.db, taskEntry(task, { ...entry, outcome: 'done' }));
    return reply(200, await taskView(deps, user, task));
  });
};

/** After a change the person sees the task once more, even if it has just left their sight (handed over). */
export const showChanged = async (deps: Deps, user: User, task: ShownTask, status = 200): Promise<Answer> =>
  reply(status, await taskView(deps, user, task));
