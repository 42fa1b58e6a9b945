import type { Deps } from '../../deps.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { type Candidates, candidates } from '../answers.ts';
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
      schema: candidates,
    },
    403: { description: 'only for the head of the section' },
    404: { description: 'absent, hidden or not mine' },
  },
  handle: async ({ user, params }, deps) => reply(200, { items: await listCandidates(deps, user, params.taskId) } satisfies Candidates),
});
