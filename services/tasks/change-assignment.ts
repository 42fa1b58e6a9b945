import type { Last } from '../../db/pipelined-dialect.ts';
import { addHistory } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import type { Transaction } from '../engine/contracts.ts';
import { headGroupOf, nameGroup } from '../office/index.ts';
import { nowOf } from '../platform/clock.ts';
import { Conflict, Forbidden, Invalid } from '../platform/errors.ts';
import type { User } from '../platform/route.ts';
import { findStaff, groupLevel } from '../staff/index.ts';
import { targetOf } from './hand-over-targets.ts';
import { type AssertMay, inTask } from './in-task.ts';
import type { ShownTask } from './list-store.ts';
import { fitsTask, refuseAuthor, taskSight } from './may-see-task.ts';
import { notifyTask } from './open-task.ts';
import { type AssignmentKind, lastAssignedAt, storeAssignment, type TaskRow } from './store.ts';

type TaskDeps = Pick<Deps, 'db' | 'clock'>;
type Move = {
  kind: AssignmentKind;
  change: Partial<Pick<TaskRow, 'assignee' | 'candidateGroups' | 'team' | 'handovers'>>;
  to: string | null;
  reason?: string;
  text?: string;
};

const apply = async (trx: Transaction, deps: TaskDeps, task: ShownTask, user: User, last: Last, move: Move): Promise<ShownTask> => {
  const at = nowOf(deps);
  const { taskId, caseId, elementId, assignee: from } = task;
  const { kind, to, reason, text } = move;
  const by = user.account;
  const changed = { ...task, ...move.change };
  await last(() =>
    Promise.all([
      storeAssignment(trx, changed, { at, by, kind, from, to, reason }),
      text && addHistory(trx, { caseId, at, text, elementId, by, lineKey: `${kind}:${taskId}:${at.toISOString()}:${task.handovers}` }),
      notifyTask(trx, { ...changed, candidateGroups: [...new Set([...task.candidateGroups, ...changed.candidateGroups])] }),
    ]),
  );
  return changed;
};

/** One that somebody holds is no question of rights. */
export const assertMayClaim: AssertMay = (user, task) => {
  if (task.assignee !== null || taskSight(user, task).mayClaim) return;
  refuseAuthor(user, task);
  throw new Forbidden('Diese Aufgabe gehört nicht zu Ihrer Gruppe, oder Ihnen fehlt die Berechtigung dafür.');
};

/** Takes a task. Claiming one's own again changes nothing; a colleague's is never taken by one call. */
export const claimTask = (deps: TaskDeps, taskId: string, user: User): Promise<ShownTask> =>
  inTask(deps, { taskId, user, action: 'claim task' }, async (trx, task, last) => {
    if (task.assignee === user.account) return task;
    if (task.assignee !== null) {
      const at = await lastAssignedAt(trx, taskId);
      throw new Conflict('Diese Aufgabe hat schon jemand anderes übernommen.', {
        by: task.assignee,
        at: (at ?? task.createdAt).toISOString(),
      });
    }
    assertMayClaim(user, task);
    return apply(trx, deps, task, user, last, { kind: 'claim', change: { assignee: user.account }, to: user.account });
  });

export const assertMayRelease: AssertMay = (user, task) => {
  if (task.assignee !== user.account && !taskSight(user, task).mayAssign)
    throw new Forbidden('Zurückgeben kann nur, wer die Aufgabe hat, oder die Leitung.');
};

/** Gives a task back to its group. */
export const releaseTask = (deps: TaskDeps, taskId: string, user: User): Promise<ShownTask> =>
  inTask(deps, { taskId, user, action: 'release task' }, async (trx, task, last) => {
    assertMayRelease(user, task);
    if (task.assignee === null) return task;
    return apply(trx, deps, task, user, last, { kind: 'release', change: { assignee: null }, to: null });
  });

type AssignTask = { taskId: string; user: User; assignee: string; reason: string };

export const assertMayAssign: AssertMay = (user, task) => {
  if (!taskSight(user, task).mayAssign) throw new Forbidden('Zuweisen kann nur die Leitung des Sachgebiets.');
};

/** The head of the section gives a task to a person. */
export const assignTask = (deps: TaskDeps, command: AssignTask): Promise<ShownTask> =>
  inTask(deps, { ...command, action: 'assign task', payload: { to: command.assignee } }, async (trx, task, last) => {
    const { user, assignee, reason } = command;
    assertMayAssign(user, task);
    const member = await findStaff(trx, assignee);
    if (!member || !fitsTask(member, task)) {
      const blind = member?.active === true && member.groups.every((group) => groupLevel(group, task) === 'none');
      throw new Invalid('Diese Person kann die Aufgabe nicht übernehmen.', [
        {
          field: 'assignee',
          message: blind
            ? `${member.name} sieht diesen Vorgang nicht`
            : 'gehört nicht zur Gruppe der Aufgabe, hat die Kenntnis nicht oder darf hier nicht selbst prüfen',
        },
      ]);
    }
    return apply(trx, deps, task, user, last, {
      kind: 'assign',
      change: { assignee },
      to: assignee,
      reason,
      text: `„${task.name}“ an ${member.name} gegeben: ${reason}`,
    });
  });

const GIVEN_TO_HEAD_AT = 3;

export const assertMayHandOver: AssertMay = (user, task) => {
  const sight = taskSight(user, task);
  if (task.assignee !== user.account && !sight.mayAssign && !(task.assignee === null && sight.mayClaim))
    throw new Forbidden('Abgeben kann nur, wer die Aufgabe hat.');
};

/**
 * "Nicht zuständig – abgeben": to a section or group that sees the case; where another section should have all of it, the case is named anew. The third time it goes to the head of the section, who decides whose it is and
 * whose word then counts.
 */
export const handOverTask = (deps: TaskDeps, command: { taskId: string; user: User; to: string; reason: string }): Promise<ShownTask> =>
  inTask(deps, { ...command, action: 'hand over task', payload: { to: command.to } }, async (trx, task, last) => {
    const { user, to, reason } = command;
    assertMayHandOver(user, task);
    const target = targetOf(to, task);
    if ('because' in target) throw new Invalid('Dorthin lässt sich die Aufgabe nicht abgeben.', [{ field: 'to', message: target.because }]);
    const handovers = task.handovers + 1;
    const toHead = handovers >= GIVEN_TO_HEAD_AT && task.section !== null && !task.hidden && !taskSight(user, task).mayAssign;
    const group = toHead ? headGroupOf(task.section ?? '') : target.group;
    const note = toHead ? ' (zum dritten Mal abgegeben, darum an die Leitung)' : '';
    return apply(trx, deps, task, user, last, {
      kind: 'handover',
      change: { assignee: null, candidateGroups: [group], team: null, handovers },
      to: group,
      reason,
      text: `„${task.name}“ abgegeben an ${nameGroup(group)}${note}: ${reason}`,
    });
  });
