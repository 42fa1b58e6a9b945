import type { Me } from '../../../services/portal/answers.ts';
import type { Task } from '../../../services/tasks/answers.ts';
import { useStore } from '../api/create-store.ts';
import { useStaffName } from '../api/staff.ts';
import { useFormat } from '../i18n/format.ts';
import { Notice } from '../ui/notice.tsx';
import { draftStates } from './draft-keeper.ts';
import { useTaskTexts } from './words.ts';

type Props = {
  me: Me;
  task: Task;
  /** The person has worked on it here. */
  worked: boolean;
};

/** Whose the task is and where it stands, unless it is simply mine. */
export const TaskNotice = ({ me, task, worked }: Props) => {
  const { state } = useTaskTexts();
  const nameOf = useStaffName();
  const { dayAndTime } = useFormat();
  const draft = useStore(draftStates).get(task.taskId);
  const { status, assignee, completedBy, completedAt } = task;
  if (status === 'wird-verarbeitet') {
    return (
      <Notice tone="news" class="task-busy">
        <span class="task-busy__sign" aria-hidden="true" />
        {state.processing}
      </Notice>
    );
  }
  if (status === 'erledigt') {
    return <Notice tone="good">{state.done(completedBy ? nameOf(completedBy) : '–', completedAt ? dayAndTime(completedAt) : '–')}</Notice>;
  }
  if (status === 'entfallen') {
    const words = draft?.kind === 'refused' || draft?.kind === 'failed' ? state.goneHere : state.goneKept;
    return <Notice tone="warn">{worked ? `${state.gone} ${words}` : state.gone}</Notice>;
  }
  if (assignee === me.account) return null;
  if (worked) return <Notice tone="warn">{assignee ? state.lost(nameOf(assignee)) : state.lostFree}</Notice>;
  if (assignee) return <Notice>{state.held(nameOf(assignee))}</Notice>;
  return <Notice tone="news">{task.may.includes('claim') ? state.free : state.freeNotMine}</Notice>;
};
