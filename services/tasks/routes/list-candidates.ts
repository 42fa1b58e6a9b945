import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { listCandidates } from '../list-candidates.ts';
import { taskId } from '../schemas.ts';

export default defineRoute<Deps, { taskId: string }>({
  method: 'GET',
  path: '/api/tasks/{taskId}/candidates',
  summary: 'whom the head of the section may give the task to',
  access: 'signed-in',
  params: taskId,
  answers: {
    200: {
      description: 'those with the fewest open tasks first',
      schema: Joi.object({
        items: Joi.array().items(Joi.object({ account: Joi.string(), name: Joi.string(), openTasks: Joi.number().integer() })),
      }),
    },
    403: { description: 'only for the head of the section' },
    404: { description: 'absent, hidden or not mine' },
  },
  handle: async ({ user, params }, deps) => reply(200, { items: await listCandidates(deps, user, params.taskId) }),
});
