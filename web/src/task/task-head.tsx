import type { Me } from '../../../services/portal/answers.ts';
import type { Task } from '../../../services/tasks/answers.ts';
import { isDeskStep } from '../api/desk.ts';
import { may } from '../api/me.ts';
import { usePriorityNames } from '../office/priority-words.ts';
import { useAnliegenName } from '../office/words.ts';
import { casePath, deskPath, tasksPath } from '../paths.ts';
import { DueBadge } from '../ui/due-badge.tsx';
import { useTaskTexts } from './words.ts';

/** What, for whom, until when. */
export const TaskHead = ({ me, task, anliegen }: { me: Me; task: Task; anliegen: string | undefined }) => {
  const t = useTaskTexts();
  const priorities = usePriorityNames();
  const anliegenName = useAnliegenName();
  return (
    <header class="task-head">
      <nav aria-label={t.breadcrumb} class="task-head__crumb">
        {may(me, 'answer-questions') && isDeskStep(task) ? <a href={deskPath}>{t.backToDesk}</a> : <a href={tasksPath}>{t.back}</a>}{' '}
        <span aria-hidden="true">›</span> <a href={casePath(task.caseId)}>{t.toCase(task.aktenzeichen)}</a>
      </nav>
      <h1 lang="de">{task.name}</h1>
      <p class="task-head__facts">
        <strong class="person-name">{task.person}</strong>
        {anliegen && <span>{anliegenName(anliegen)}</span>}
        {task.status === 'offen' && <DueBadge dueDate={task.dueDate} words={t.due} />}
        {task.priority <= 2 && <span class={`task-head__prio--${task.priority}`}>{priorities[task.priority]}</span>}
      </p>
    </header>
  );
};
