import { auditList } from '../../cases/index.ts';
import type { Deps } from '../../deps.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { type TaskCounts, taskCounts } from '../answers.ts';
import { countTasks, MOST_COUNTED, type TaskQuery } from '../list-store.ts';
import { officeDay } from '../office-day.ts';
import { taskNarrowing } from '../schemas.ts';

export default defineRoute<Deps, Record<string, never>, Pick<TaskQuery, 'view' | 'section' | 'query'>>({
  method: 'GET',
  path: '/api/tasks/counts',
  summary: 'how many open tasks the lists hold',
  access: 'signed-in',
  limit: { kind: 'search', when: ({ query }) => Boolean(query) },
  query: taskNarrowing,
  answers: {
    200: {
      description: `by view; of the view asked for, by filter. ${MOST_COUNTED} means that many or more`,
      schema: taskCounts,
    },
  },
  handle: async ({ user, query }, deps) => {
    const counts: TaskCounts = await countTasks(deps.db, user, { ...query, day: officeDay(deps.clock) });
    // Whether there is any is an answer about a person.
    if (query.query) await auditList(deps.db, { actor: user.account, what: 'counts', caseIds: [], typed: query.query });
    return reply(200, counts);
  },
});
