import Joi from 'joi';
import type { Deps } from '../../engine/contracts.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { sectionIds } from '../../staff/index.ts';
import { listTasks, TASK_SORTS, type TaskQuery } from '../list-store.ts';
import { listedTaskSchema } from '../schemas.ts';
import { listedTask } from '../view.ts';

export default defineRoute<Deps, Record<string, never>, TaskQuery>({
  method: 'GET',
  path: '/api/tasks',
  summary: 'open tasks: mine, my group’s, or all I may see',
  access: 'signed-in',
  query: {
    view: Joi.string().valid('mine', 'group', 'all').default('mine'),
    section: Joi.string().valid(...sectionIds),
    query: Joi.string().trim().max(200).description('Aktenzeichen or name'),
    sort: Joi.string()
      .valid(...TASK_SORTS)
      .default('dueDate'),
    limit: Joi.number().integer().min(1).max(200).default(50),
    cursor: Joi.string().max(500),
  },
  answers: {
    200: {
      description: 'a page; next is null at the end',
      schema: Joi.object({ items: Joi.array().items(Joi.object(listedTaskSchema)), next: Joi.string().allow(null) }),
    },
  },
  handle: async ({ user, query }, deps) => {
    const { items, next } = await listTasks(deps.db, user, query);
    return reply(200, { items: items.map(listedTask), next });
  },
});
