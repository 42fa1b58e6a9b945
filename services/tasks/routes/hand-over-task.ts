import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { defineRoute } from '../../platform/route.ts';
import { assertMayHandOver, handOverTask } from '../change-assignment.ts';
import { guardTask } from '../in-task.ts';
import { reason, taskAnswers, taskId } from '../schemas.ts';
import { showChanged } from '../show-task.ts';

export default defineRoute<Deps, { taskId: string }, Record<string, never>, { to: string; reason: string }>({
  method: 'POST',
  path: '/api/tasks/{taskId}/handover',
  summary: 'not competent: to another section or group; the third time to the head',
  access: 'signed-in',
  params: taskId,
  payload: { to: Joi.string().trim().max(40).required().description('code of a section or of a group that sees the case'), reason },
  answers: taskAnswers,
  guard: guardTask('hand over task', assertMayHandOver),
  handle: async ({ user, params, payload }, deps) =>
    showChanged(deps, user, await handOverTask(deps, { taskId: params.taskId, user, ...payload })),
});
