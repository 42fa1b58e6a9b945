import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { defineRoute } from '../../platform/route.ts';
import { assertMayAssign, assignTask } from '../change-assignment.ts';
import { guardTask } from '../in-task.ts';
import { reason, taskAnswers, taskId } from '../schemas.ts';
import { showChanged } from '../show-task.ts';

export default defineRoute<Deps, { taskId: string }, Record<string, never>, { assignee: string; reason: string }>({
  method: 'POST',
  path: '/api/tasks/{taskId}/assign',
  summary: 'the head of the section gives a task to a person',
  access: 'signed-in',
  params: taskId,
  payload: { assignee: Joi.string().trim().max(100).required().description('account'), reason },
  answers: taskAnswers,
  guard: guardTask('assign task', assertMayAssign),
  handle: async ({ user, params, payload }, deps) =>
    showChanged(deps, user, await assignTask(deps, { taskId: params.taskId, user, ...payload })),
});
