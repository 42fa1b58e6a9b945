import type { Deps } from '../../engine/contracts.ts';
import { defineRoute } from '../../platform/route.ts';
import { releaseTask } from '../change-assignment.ts';
import { taskAnswers, taskId } from '../schemas.ts';
import { showChanged } from '../show-task.ts';

export default defineRoute<Deps, { taskId: string }>({
  method: 'POST',
  path: '/api/tasks/{taskId}/release',
  summary: 'give a task back to its group',
  access: 'signed-in',
  params: taskId,
  answers: taskAnswers,
  handle: async ({ user, params }, deps) => showChanged(deps, user, await releaseTask(deps, params.taskId, user)),
});
