import type { User } from '../platform/route.ts';
import { caseLevel, mayAssign, mayClaim } from '../staff/index.ts';
import type { TaskRow } from './store.ts';

export type TaskSight = { visible: boolean; mayClaim: boolean; mayAssign: boolean };

/** A task is seen by those who may take it, who hold it, who distribute it, and who may open its case. Everybody else gets the 404 of an absent one. */
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
  return { visible: claim || assign || full || holds, mayClaim: claim, mayAssign: assign };
};
