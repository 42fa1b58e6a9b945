import { isDeepStrictEqual } from 'node:util';
import { addHistory, mergeFacts, taskDoneKey, updateCase } from '../cases/index.ts';
import type { Deps, Transaction } from '../engine/contracts.ts';
import { Conflict, Forbidden, Gone, Invalid, NotFound } from '../platform/errors.ts';
import type { User } from '../platform/route.ts';
import { validateForm } from './form/validate.ts';
import { formOfTask } from './form-of-task.ts';
import { taskSight } from './may-see-task.ts';
import { notifyTask } from './open-task.ts';
import { lastAssignedAt, lockTask, type TaskRow, updateTask } from './store.ts';

type Values = Record<string, unknown>;

/** Input that comes too late is kept with the task, where the case shows it. */
const keepLateInput = async (trx: Transaction, deps: Pick<Deps, 'clock'>, task: TaskRow, user: User, input: Values): Promise<void> => {
  await updateTask(trx, task.taskId, { input, completedBy: user.account });
  await addHistory(trx, {
    caseId: task.caseId,
    at: new Date(deps.clock.now().epochMilliseconds),
    text: `„${task.name}“ war schon entfallen; die Eingaben sind aufbewahrt`,
    elementId: task.elementId,
    by: user.account,
    lineKey: `late-input:${task.taskId}:${user.account}`,
  });
};

const refuseHeld = async (trx: Transaction, task: TaskRow): Promise<never> => {
  const at = await lastAssignedAt(trx, task.taskId);
  throw new Conflict('Diese Aufgabe bearbeitet gerade jemand anderes.', { by: task.assignee, at: (at ?? task.createdAt).toISOString() });
};

type Outcome = { task: TaskRow; gone: boolean };

const completeIn = async (
  trx: Transaction,
  deps: Pick<Deps, 'clock' | 'commands' | 'releases'>,
  taskId: string,
  user: User,
  input: Values,
): Promise<Outcome> => {
  const task = await lockTask(trx, taskId);
  if (!task || !taskSight(user, task).visible) throw new NotFound();
  if (task.status === 'entfallen') {
    await keepLateInput(trx, deps, task, user, input);
    return { task, gone: true };
  }
  if (task.status !== 'offen') {
    if (task.completedBy === user.account && isDeepStrictEqual(task.input, input)) return { task, gone: false };
    throw new Conflict('Diese Aufgabe ist schon erledigt.', { by: task.completedBy, at: task.completedAt?.toISOString() });
  }
  if (task.assignee === null) throw new Forbidden('Bitte übernehmen Sie die Aufgabe zuerst.');
  if (task.assignee !== user.account) return refuseHeld(trx, task);
  if (task.excluded.includes(user.account))
    throw new Forbidden('Vier Augen: Wer den Entwurf gemacht hat, darf ihn nicht selbst freigeben.');
  const { form, context } = await formOfTask(trx, deps, task);
  const today = deps.clock.today().toString();
  const { values, faults } = form ? validateForm(form, input, context, today) : { values: {}, faults: [] };
  if (faults.length > 0) throw new Invalid('Bitte prüfen Sie die Eingaben.', faults);

  const at = new Date(deps.clock.now().epochMilliseconds);
  const done = { status: 'wird-verarbeitet', input, completedAt: at, completedBy: user.account, draft: null } as const;
  await updateTask(trx, taskId, done);
  await mergeFacts(trx, task.caseId, values);
  if (user.groups.some((group) => group.startsWith('sb-') || group === 'svc')) await updateCase(trx, task.caseId, { clerk: user.account });
  await addHistory(trx, {
    caseId: task.caseId,
    at,
    text: `„${task.name}“ erledigt`,
    elementId: task.elementId,
    by: user.account,
    lineKey: taskDoneKey(taskId),
  });
  await deps.commands.add(trx, 'complete-task', { taskId, caseId: task.caseId });
  await notifyTask(trx, task);
  return { task: { ...task, ...done }, gone: false };
};

/**
 * Completes a task for the person who holds it. The entries, the history line and the engine command commit together; the task is gone from
 * every list at once and shows "wird verarbeitet" until the engine has it. The same call again is the same answer.
 * Errors: Forbidden (not claimed, four eyes), Conflict (held or done by another), Invalid (all faults at once), Gone (the engine has
 * withdrawn it; the input is kept).
 */
export const completeTask = async (
  deps: Pick<Deps, 'db' | 'clock' | 'commands' | 'releases'>,
  command: { taskId: string; user: User; input: Values },
): Promise<TaskRow> => {
  const { task, gone } = await deps.db.transaction((trx) => completeIn(trx, deps, command.taskId, command.user, command.input));
  if (gone) throw new Gone('Diese Aufgabe ist inzwischen entfallen. Ihre Eingaben sind beim Vorgang aufbewahrt.');
  return task;
};
