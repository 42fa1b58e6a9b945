import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { defineRoute } from '../../platform/route.ts';
import { guardTask } from '../in-task.ts';
import { assertMaySave, saveDraft } from '../save-draft.ts';
import { taskAnswers, taskId } from '../schemas.ts';
import { showChanged } from '../show-task.ts';

export default defineRoute<Deps, { taskId: string }, Record<string, never>, { variables: Record<string, unknown> }>({
  method: 'PUT',
  path: '/api/tasks/{taskId}/draft',
  summary: 'keep what has been typed so far',
  access: 'signed-in',
  params: taskId,
  payload: { variables: Joi.object().unknown().required() },
  answers: taskAnswers,
  guard: guardTask('save draft', assertMaySave),
  handle: async ({ user, params, payload }, deps) =>
    showChanged(deps, user, await saveDraft(deps, { taskId: params.taskId, user, variables: payload.variables })),
});
