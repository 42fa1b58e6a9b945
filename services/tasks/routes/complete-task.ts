import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { defineRoute } from '../../platform/route.ts';
import { task } from '../answers.ts';
import { assertMayComplete, completeTask } from '../complete-task.ts';
import { guardTask } from '../in-task.ts';
import { taskAnswers, taskId } from '../schemas.ts';
import { showChanged } from '../show-task.ts';

const { 200: _changed, ...refusals } = taskAnswers;

export default defineRoute<Deps, { taskId: string }, Record<string, never>, { variables: Record<string, unknown> }>({
  method: 'POST',
  path: '/api/tasks/{taskId}/complete',
  summary: 'complete a task with all values of its form; needs the caller’s claim',
  access: 'signed-in',
  params: taskId,
  payload: { variables: Joi.object().unknown().required() },
  answers: { 202: { description: 'taken; shows „wird verarbeitet“ until the engine has it', schema: task }, ...refusals },
  guard: guardTask('complete task', assertMayComplete),
  handle: async ({ user, params, payload }, deps) =>
    showChanged(deps, user, await completeTask(deps, { taskId: params.taskId, user, input: payload.variables }), 202),
});
