import { addHistory } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import type { Transaction } from '../engine/contracts.ts';
import { nowOf } from '../platform/clock.ts';
import { Gone } from '../platform/errors.ts';
import type { User } from '../platform/route.ts';
import { auditTask } from './in-task.ts';
import { taskSight } from './may-see-task.ts';
import { type TaskRow, updateTask } from './store.ts';

type Values = Record<string, unknown>;

/** Whose entries a withdrawn task keeps: of who held or did it; of who might have taken it while there are none. Nobody writes over a colleague's. */
const keepsInputOf = (user: User, task: TaskRow): boolean => {
  const writer = task.completedBy ?? task.assignee;
  return writer === null ? task.input === null && taskSight(user, task).mayClaim : writer === user.account;
};

/** Entries that come too late are kept with the task, where the case shows it. False where they are not this person's to make. */
export const keepLateInput = async (
  trx: Transaction,
  deps: Pick<Deps, 'clock'>,
  task: TaskRow,
  { user, input, action }: { user: User; input: Values; action: string },
): Promise<boolean> => {
  if (!keepsInputOf(user, task)) return false;
  await auditTask(trx, task, {
    actor: user.account,
    action,
    outcome: 'failed',
  });
  await updateTask(trx, task.taskId, { input, completedBy: user.account, draft: null });
  await addHistory(trx, {
    caseId: task.caseId,
    at: nowOf(deps),
    text: `„${task.name}“ war schon entfallen; die Eingaben sind aufbewahrt`,
    elementId: task.elementId,
    by: user.account,
    lineKey: `late-input:${task.taskId}:${user.account}`,
  });
  return true;
};

/** The answer to who comes too late. */
export const goneFor = (kept: boolean): Gone =>
  new Gone(`Diese Aufgabe ist inzwischen entfallen.${kept ? ' Ihre Eingaben sind beim Vorgang aufbewahrt.' : ''}`, { kept });
