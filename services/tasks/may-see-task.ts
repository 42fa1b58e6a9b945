import { Forbidden } from '../platform/errors.ts';
import type { User } from '../platform/route.ts';
import { caseLevel, mayAssign, mayClaim, type StaffMember } from '../staff/index.ts';
import type { TaskRow } from './store.ts';

export type TaskSight = { visible: boolean; mayClaim: boolean; mayAssign: boolean };

/**
 * A task is seen by those on whose list it is, who hold it, who distribute it, and who may open its case. Everybody else gets the 404 of an
 * absent one. Taking it may ask for more: a skill, or not having written what is to be checked.
 */
export const taskSight = (user: User, task: TaskRow): TaskSight => {
  const claim = mayClaim(user, {
    candidateGroups: task.candidateGroups,
    skill: task.skill,
    hidden: task.hidden,
    excludedAccounts: task.excluded,
  });
  const assign = mayAssign(user, task);
  const full = caseLevel(user, { section: task.section, hidden: task.hidden, createdBy: '' }) === 'full';
  const holds = task.assignee === user.account && (!task.hidden || full);
  const listed = !user.applicant && (!task.hidden || full) && task.candidateGroups.some((group) => user.groups.includes(group));
  return { visible: listed || assign || full || holds, mayClaim: claim, mayAssign: assign };
};

type Asked = Pick<TaskRow, 'candidateGroups' | 'excluded' | 'skill' | 'hidden'>;

/** Whether a task may be given to somebody who works here: one of its group and its circle, with its skill, who has not written what is to be checked. */
export const fitsTask = (member: StaffMember | undefined, { excluded, ...task }: Asked): boolean =>
  member?.active === true && mayClaim({ ...member, applicant: false }, { ...task, excludedAccounts: excluded });

/** Four eyes. Errors: Forbidden for whoever wrote what the task checks. */
export const refuseAuthor = (user: User, task: Pick<TaskRow, 'excluded'>): void => {
  if (task.excluded.includes(user.account))
    throw new Forbidden('Vier Augen: Wer den Entwurf gemacht hat, darf ihn nicht selbst freigeben.');
};
