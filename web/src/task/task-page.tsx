import { useQuery } from '@tanstack/preact-query';
import { useRoute } from 'preact-iso';
import { type Me, useMe } from '../api/me.ts';
import { readTask } from '../api/tasks.ts';
import '../cases/cases.css';
import './task.css';
import { TaskHead } from './task-head.tsx';
import { TaskSide, useCaseOfTask } from './task-side.tsx';
import { TaskWork } from './task-work.tsx';
import { useTaskTexts } from './use-task-texts.ts';

const TaskView = ({ me, taskId }: { me: Me; taskId: string }) => {
  const t = useTaskTexts();
  const { data: task } = useQuery({
    queryKey: ['task', taskId],
    queryFn: ({ signal }) => readTask(taskId, signal),
    // A task that is handed over may leave one's sight; what has been read of it stays on the screen.
    throwOnError: (_fault, query) => query.state.data === undefined,
  });
  const found = useCaseOfTask(task?.caseId);
  if (!task) return <p class="page soft">{t.loading}</p>;
  return (
    <div class="task">
      <TaskHead task={task} anliegen={found?.anliegen} />
      <div class="task__columns">
        <TaskWork me={me} task={task} found={found} />
        <TaskSide found={found} />
      </div>
    </div>
  );
};

/** One task: the form on the left, all that is known of the case on the right. */
export const TaskPage = () => {
  const me = useMe();
  const { params } = useRoute();
  const taskId = params.taskId ?? '';
  return me ? <TaskView key={taskId} me={me} taskId={taskId} /> : null;
};
