import Joi from 'joi';
import { auditList } from '../../cases/index.ts';
import type { Deps } from '../../deps.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { type TaskPage, taskPage } from '../answers.ts';
import { listTasks, TASK_SORTS, type TaskQuery } from '../list-store.ts';
import { officeDay } from '../office-day.ts';
import { taskNarrowing } from '../schemas.ts';
import { listedTask } from '../view.ts';

export default defineRoute<Deps, Record<string, never>, TaskQuery>({
  method: 'GET',
  path: '/api/tasks',
  summary: 'open tasks: mine, my group’s, or all I may see',
  access: 'signed-in',
  limit: { kind: 'search', when: ({ query }) => Boolean(query) },
  query: {
    ...taskNarrowing,
    only: Joi.string().empty('').valid('overdue', 'today', 'unassigned').description('by the office’s day'),
    sort: Joi.string()
      .empty('')
      .valid(...TASK_SORTS)
      .default('dueDate'),
    limit: Joi.number().empty('').integer().min(1).max(200).default(50),
    cursor: Joi.string().empty('').max(500),
  },
  answers: {
    200: {
      description: 'a page; next is null at the end',
      schema: taskPage,
    },
  },
  handle: async ({ user, query }, deps) => {
    const { items, next, many } = await listTasks(deps.db, user, { ...query, ...(query.only ? { day: officeDay(deps.clock) } : {}) });
    await auditList(deps.db, { actor: user.account, what: 'tasks', caseIds: items.map((each) => each.caseId), typed: query.query });
    return reply(200, { items: items.map(listedTask), next, many } satisfies TaskPage);
  },
});
