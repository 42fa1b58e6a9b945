import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { guardTask } from '../../tasks/index.ts';
import { givenFeedback } from '../answers.ts';
import { giveFeedback } from '../give-feedback.ts';

export default defineRoute<Deps, { taskId: string }, Record<string, never>, { text: string }>({
  method: 'POST',
  path: '/api/tasks/{taskId}/feedback',
  summary: 'say what does not fit at this step; it goes to those who own the process',
  access: 'signed-in',
  params: { taskId: Joi.string().uuid().required().description('id of the task') },
  payload: { text: Joi.string().trim().min(3).max(2000).required().description('no names: it is read outside the case') },
  answers: {
    201: { description: 'taken', schema: givenFeedback },
    400: { description: 'details name the fields that are wrong' },
    404: { description: 'absent, hidden or not mine' },
  },
  guard: guardTask('give feedback'),
  handle: async ({ user, params, payload }, deps) =>
    reply(201, { feedbackId: await giveFeedback(deps, user, params.taskId, payload.text) }),
});
