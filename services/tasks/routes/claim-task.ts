import type { Deps } from '../../deps.ts';
import { defineRoute } from '../../platform/route.ts';
import { assertMayClaim, claimTask } from '../change-assignment.ts';
import { guardTask } from '../in-task.ts';
import { taskAnswers, taskId } from '../schemas.ts';
import { showChanged } from '../show-task.ts';

export default defineRoute<Deps, { taskId: string }>({
  method: 'POST',
  path: '/api/tasks/{taskId}/claim',
  summary: 'take a task; one’s own again changes nothing',
  access: 'signed-in',
  params: taskId,
  answers: taskAnswers,
  guard: guardTask('claim task', assertMayClaim),
  handle: async ({ user, params }, deps) => showChanged(deps, user, await claimTask(deps, params.taskId, user)),
});
