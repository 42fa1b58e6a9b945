import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { requireStaff } from '../../staff/index.ts';
import { norms } from '../answers.ts';
import { findNorms } from '../find-norms.ts';

export default defineRoute<Deps, Record<string, never>, { query: string }>({
  method: 'GET',
  path: '/api/norms',
  summary: 'what rests on a norm: models, decisions, letters, forms, articles, legal values, open cases',
  access: 'signed-in',
  limit: { kind: 'search' },
  query: { query: Joi.string().trim().min(1).max(200).required().description('§ 18g, 18g Abs. 2 AufenthG, Art. 6 GG …') },
  answers: { 200: { description: 'empty lists for what names it nowhere', schema: norms }, 404: { description: 'for staff only' } },
  handle: async ({ user, query }, deps) => {
    requireStaff(user);
    return reply(200, await findNorms(deps, user, query.query));
  },
});
