import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { requireStaff } from '../../staff/index.ts';
import { articles } from '../answers.ts';
import { listArticles } from '../list-articles.ts';
import { mayEdit } from '../rights.ts';
import { element, plainId } from '../schemas.ts';
import { articleViews } from '../view.ts';

export default defineRoute<Deps, Record<string, never>, { process?: string; elementId?: string; norm?: string }>({
  method: 'GET',
  path: '/api/knowledge/articles',
  summary: 'what the office knows: about a step, its process, everything',
  access: 'signed-in',
  query: {
    process: plainId,
    elementId: element.description('with process: the step’s own first, then those of its process'),
    norm: Joi.string().max(500).description('with process: also the few others that name the same sections of the law'),
  },
  answers: {
    200: { description: 'drafts for editors only', schema: articles },
    404: { description: 'for staff only' },
  },
  handle: async ({ user, query }, deps) => {
    requireStaff(user);
    const items = await listArticles(deps.db, { ...query, drafts: mayEdit(user) });
    return reply(200, { items: await articleViews(deps, user, items) });
  },
});
