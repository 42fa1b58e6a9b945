import type { Me } from '../api/me.ts';
import { useStaffName } from '../api/staff.ts';
import type { Task } from '../api/tasks.ts';
import { useFormat } from '../i18n/format.ts';
import { useTaskTexts } from './use-task-texts.ts';

type Props = {
  me: Me;
  task: Task;
  /** The person has worked on it here and has lost it meanwhile. */
  lost: boolean;
};

/** Whose the task is and where it stands, unless it is simply mine. */
export const TaskNotice = ({ me, task, lost }: Props) => {
  const { state } = useTaskTexts();
  const nameOf = useStaffName();
  const { dayAndTime } = useFormat();
  const { status, assignee, completedBy, completedAt } = task;
  if (status === 'wird-verarbeitet') {
    return (
      <p class="notice notice--news task-busy">
        <span class="task-busy__sign" aria-hidden="true" />
        {state.processing}
      </p>
    );
  }
  if (status === 'erledigt') {
    return (
      <p class="notice notice--good">{state.done(completedBy ? nameOf(completedBy) : '–', completedAt ? dayAndTime(completedAt) : '–')}</p>
    );
  }
  if (status === 'entfallen') return <p class="notice notice--warn">{state.gone}</p>;
  if (assignee === me.account) return null;
  if (lost) return <p class="notice notice--warn">{assignee ? state.lost(nameOf(assignee)) : state.lostFree}</p>;
  if (assignee) return <p class="notice">{state.held(nameOf(assignee))}</p>;
  return <p class="notice notice--news">{task.may.includes('claim') ? state.free : state.freeNotMine}</p>;
};
