import { isDeepStrictEqual } from 'node:util';
import { commitWith } from '../../db/pipelined-dialect.ts';
import { addHistory, takeResult, taskDoneKey } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import type { Transaction } from '../engine/contracts.ts';
import { validateForm } from '../forms/index.ts';
import { noteValues } from '../legal/index.ts';
import { auditRefusals } from '../platform/audit.ts';
import { nowOf } from '../platform/clock.ts';
import { Conflict, Forbidden, Invalid } from '../platform/errors.ts';
import type { User } from '../platform/route.ts';
import { hasRight } from '../staff/index.ts';
import { formOfTask } from './form-of-task.ts';
import { type AssertMay, auditTask, lockVisible } from './in-task.ts';
import { goneFor, keepLateInput } from './late-input.ts';
import type { ShownTask } from './list-store.ts';
import { refuseAuthor } from './may-see-task.ts';
import { notifyTask } from './open-task.ts';
import { lastAssignedAt, storeCompletion, type TaskRow } from './store.ts';

type Values = Record<string, unknown>;

const refuseHeld = async (trx: Transaction, task: TaskRow): Promise<never> => {
  const at = await lastAssignedAt(trx, task.taskId);
  throw new Conflict('Diese Aufgabe bearbeitet gerade jemand anderes.', { by: task.assignee, at: (at ?? task.createdAt).toISOString() });
};

/** One that somebody else holds is no question of rights. */
export const assertMayComplete: AssertMay = (user, task) => {
  if (task.assignee === null) throw new Forbidden('Bitte übernehmen Sie die Aufgabe zuerst.');
  if (task.assignee === user.account) refuseAuthor(user, task);
};

type Outcome = { task: ShownTask; late?: { kept: boolean } };

const completeIn = async (
  trx: Transaction,
  deps: Pick<Deps, 'clock' | 'commands' | 'releases'>,
  taskId: string,
  user: User,
  input: Values,
): Promise<Outcome> => {
  const task = await lockVisible(trx, taskId, user);
  if (task.status === 'entfallen') {
    return { task, late: { kept: await keepLateInput(trx, deps, task, { user, input, action: 'complete task' }) } };
  }
  if (task.status !== 'offen') {
    if (task.completedBy === user.account && isDeepStrictEqual(task.input, input)) return { task };
    throw new Conflict('Diese Aufgabe ist schon erledigt.', { by: task.completedBy, at: task.completedAt?.toISOString() });
  }
  assertMayComplete(user, task);
  if (task.assignee !== user.account) return refuseHeld(trx, task);
  const { form, context, legal } = await formOfTask(trx, deps, task);
  const today = deps.clock.today().toString();
  const { values, faults } = form ? validateForm(form, input, context, today) : { values: {}, faults: [] };
  if (faults.length > 0) throw new Invalid('Bitte prüfen Sie die Eingaben.', faults);

  const at = nowOf(deps);
  const done = { status: 'wird-verarbeitet', input, completedAt: at, completedBy: user.account, draft: null } as const;
  const { caseId, elementId, found } = task;
  const clerk = hasRight(user, 'take-cases') ? user.account : undefined;
  if (legal.values.length > 0) await noteValues(trx, { caseId, elementId, ...legal });
  await commitWith(trx, () =>
    Promise.all([
      storeCompletion(trx, { taskId, ...done }),
      takeResult(trx, caseId, values, clerk),
      addHistory(trx, { caseId, at, text: `„${task.name}“ erledigt`, elementId, by: user.account, lineKey: taskDoneKey(taskId) }),
      deps.commands.add(trx, 'complete-task', { taskId, caseId }),
      auditTask(trx, task, { actor: user.account, action: 'complete task', outcome: 'done' }),
      notifyTask(trx, task),
    ]),
  );
  return { task: { ...task, ...done, found: { ...found, facts: { ...found.facts, ...values }, clerk: clerk ?? found.clerk } } };
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
): Promise<ShownTask> => {
  const { taskId, user, input } = command;
  const refused = { actor: user.account, action: 'complete task', object: `task ${taskId}` };
  const { task, late } = await auditRefusals(deps.db, refused, () =>
    deps.db.transaction((trx) => completeIn(trx, deps, taskId, user, input)),
  );
  if (late) throw goneFor(late.kept);
  return task;
};
