import type { Transaction } from '../../db/connection.ts';
import type { Deps } from '../deps.ts';
import { auditRefusals } from '../platform/audit.ts';
import { Forbidden } from '../platform/errors.ts';
import type { User } from '../platform/route.ts';
import { type AssertMay, auditTask, lockVisible, requireOpen } from './in-task.ts';
import { goneFor, keepLateInput } from './late-input.ts';
import type { ShownTask } from './list-store.ts';
import { updateTask } from './store.ts';

type Draft = { taskId: string; user: User; variables: Record<string, unknown> };
const action = 'save draft';

export const assertMaySave: AssertMay = (user, task) => {
  if (task.assignee !== user.account) throw new Forbidden('Zwischenspeichern kann nur, wer die Aufgabe hat.');
};

const saveIn = async (
  trx: Transaction,
  deps: Pick<Deps, 'clock'>,
  { taskId, user, variables }: Draft,
): Promise<{ task: ShownTask; late?: { kept: boolean } }> => {
  const task = await lockVisible(trx, taskId, user);
  // Typed while the engine withdrew it. What was completed before that is final; a draft never replaces it.
  if (task.status === 'entfallen' && task.completedAt === null)
    return {
      task,
      late: {
        kept: await keepLateInput(trx, deps, task, {
          user,
          input: variables,
          action,
        }),
      },
    };
  requireOpen(task);
  assertMaySave(user, task);
  await Promise.all([
    updateTask(trx, taskId, { draft: variables }),
    auditTask(trx, task, { actor: user.account, action, outcome: 'done' }),
  ]);
  return { task: { ...task, draft: variables } };
};

/**
 * Keeps what has been typed so far, unchecked, for the person who holds the task.
 * Errors: Forbidden (not the holder), Conflict (done), Gone (the engine has withdrawn it; what was typed is kept).
 */
export const saveDraft = async (deps: Pick<Deps, 'db' | 'clock'>, draft: Draft): Promise<ShownTask> => {
  const { taskId, user } = draft;
  const { task, late } = await auditRefusals(deps.db, { actor: user.account, action, object: `task ${taskId}` }, () =>
    deps.db.transaction((trx) => saveIn(trx, deps, draft)),
  );
  if (late) throw goneFor(late.kept);
  return task;
};
