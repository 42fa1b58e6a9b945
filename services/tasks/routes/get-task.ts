import type { Deps } from '../../deps.ts';
import { defineRoute } from '../../platform/route.ts';
import { taskAnswers, taskId } from '../schemas.ts';
import { showTask } from '../show-task.ts';

export default defineRoute<Deps, { taskId: string }>({
  method: 'GET',
  path: '/api/tasks/{taskId}',
  summary: 'one task with its form and what is known',
  access: 'signed-in',
  params: taskId,
  answers: { 200: taskAnswers[200], 404: taskAnswers[404] },
  handle: ({ user, params }, deps) => showTask(deps, user, params.taskId),
});
