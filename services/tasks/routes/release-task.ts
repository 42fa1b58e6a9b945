import type { Deps } from '../../deps.ts';
import { defineRoute } from '../../platform/route.ts';
import { assertMayRelease, releaseTask } from '../change-assignment.ts';
import { guardTask } from '../in-task.ts';
import { taskAnswers, taskId } from '../schemas.ts';
import { showChanged } from '../show-task.ts';

export default defineRoute<Deps, { taskId: string }>({
  method: 'POST',
  path: '/api/tasks/{taskId}/release',
  summary: 'give a task back to its group',
  access: 'signed-in',
  params: taskId,
  answers: taskAnswers,
  guard: guardTask('release task', assertMayRelease),
  handle: async ({ user, params }, deps) => showChanged(deps, user, await releaseTask(deps, params.taskId, user)),
});
