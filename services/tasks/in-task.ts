import { commitWith, type Last } from '../../db/pipelined-dialect.ts';
import type { Deps } from '../deps.ts';
import type { Transaction } from '../engine/contracts.ts';
import { type AuditEntry, audit, auditRefusals } from '../platform/audit.ts';
import { Conflict, Gone, NotFound } from '../platform/errors.ts';
import type { User } from '../platform/route.ts';
import { lockShownTask, type ShownTask } from './list-store.ts';
import { taskSight } from './may-see-task.ts';
import { findTask, type TaskRow } from './store.ts';

/** What the trail says besides who, what and which task. */
type Told = Pick<AuditEntry, 'reason' | 'payload'>;

/** The task, locked, if this person sees it. */
export const lockVisible = async (trx: Transaction, taskId: string, user: User): Promise<ShownTask> => {
  const task = await lockShownTask(trx, taskId);
  if (!task || !taskSight(user, task).visible) throw new NotFound();
  return task;
};

/** One that can still be worked on. */
export const requireOpen = (task: TaskRow): void => {
  if (task.status === 'entfallen') throw new Gone('Diese Aufgabe ist inzwischen entfallen.');
  if (task.status !== 'offen') {
    throw new Conflict('Diese Aufgabe ist schon erledigt.', { by: task.completedBy, at: task.completedAt?.toISOString() });
  }
};

type TaskEntry = Pick<AuditEntry, 'actor' | 'action' | 'outcome'> & Told;

/** A line of the trail about a task. */
export const taskEntry = (task: TaskRow, entry: TaskEntry): AuditEntry => ({
  ...entry,
  caseId: task.caseId,
  section: task.section,
  object: `task ${task.taskId}`,
});

export const auditTask = (trx: Transaction, task: TaskRow, entry: TaskEntry): Promise<void> => audit(trx, taskEntry(task, entry));

/** Whether a person may do something with a task they see; throws Forbidden. */
export type AssertMay = (user: User, task: TaskRow) => void;

/** The right to do something with a task, before it is known what exactly: asked without its lock and without a trace of what was not done. */
export const guardTask =
  (action: string, assertMay: AssertMay = () => undefined) =>
  ({ user, params: { taskId } }: { user: User; params: { taskId: string } }, { db }: Pick<Deps, 'db'>): Promise<void> =>
    auditRefusals(db, { actor: user.account, action, object: `task ${taskId}` }, async () => {
      const task = await findTask(db, taskId);
      if (!task || !taskSight(user, task).visible) throw new NotFound();
      if (task.status === 'offen') assertMay(user, task);
    });

/**
 * Does something with an open task under its lock; the change and its line in the audit trail commit together, a refusal is noted, too. What is written with
 * `last` leaves in one packet with that line and COMMIT.
 */
export const inTask = <T>(
  deps: Pick<Deps, 'db'>,
  command: { taskId: string; user: User; action: string } & Told,
  work: (trx: Transaction, task: ShownTask, last: Last) => Promise<T>,
): Promise<T> => {
  const { taskId, user, action, reason, payload } = command;
  const told = { ...(reason ? { reason } : {}), ...(payload ? { payload } : {}) };
  const entry = { actor: user.account, action, ...told };
  return auditRefusals(deps.db, { ...entry, object: `task ${taskId}` }, () =>
    deps.db.transaction(async (trx) => {
      const task = await lockVisible(trx, taskId, user);
      requireOpen(task);
      const note = (): Promise<void> => auditTask(trx, task, { ...entry, outcome: 'done' });
      let noted = false;
      const last: Last = (statements) => {
        noted = true;
        return commitWith(trx, async () => (await Promise.all([statements(), note()]))[0]);
      };
      const done = await work(trx, task, last);
      if (!noted) await note();
      return done;
    }),
  );
};
