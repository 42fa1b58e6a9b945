import { useQuery } from '@tanstack/preact-query';
import { useRoute } from 'preact-iso';
import type { Me } from '../../../services/portal/answers.ts';
import { useMe } from '../api/me.ts';
import { readTask } from '../api/tasks.ts';
import './task.css';
import { DraftPanel } from './draft-panel.tsx';
import { TaskHead } from './task-head.tsx';
import { TaskSide, useCaseOfTask } from './task-side.tsx';
import { TaskWork } from './task-work.tsx';
import { useTaskTexts } from './words.ts';

const TaskView = ({ me, taskId }: { me: Me; taskId: string }) => {
  const t = useTaskTexts();
  const { data: task } = useQuery({
    queryKey: ['task', taskId],
    queryFn: ({ signal }) => readTask(taskId, signal),
    // A task that is handed over may leave one's sight; what has been read of it stays on the screen.
    throwOnError: (_fault, query) => query.state.data === undefined,
  });
  const found = useCaseOfTask(task?.caseId);
  // What the case adds stands above the form: shown later, it would push that away from under the hand.
  if (!task || found === undefined) return <p class="page soft">{t.loading}</p>;
  const signing = task.purpose === 'zeichnen';
  return (
    <div class="task">
      <TaskHead me={me} task={task} anliegen={found?.anliegen} />
      <div class={signing ? 'task__columns task__columns--draft' : 'task__columns'}>
        {signing && <DraftPanel task={task} />}
        <TaskWork me={me} task={task} found={found} />
        <TaskSide task={task} found={found} />
      </div>
    </div>
  );
};

/** One task: the form on the left, all that is known of the case on the right. Who signs a decision has it on the left, the form beside it. */
export const TaskPage = () => {
  const me = useMe();
  const { params } = useRoute();
  const taskId = params.taskId ?? '';
  return me ? <TaskView key={taskId} me={me} taskId={taskId} /> : null;
};
