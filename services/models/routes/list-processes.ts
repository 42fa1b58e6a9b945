import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { requireStaff } from '../../staff/index.ts';
import { releases as releasesAnswer } from '../answers.ts';
import { kinds } from '../schemas.ts';
import { releaseView } from '../view.ts';
import { releasesFor } from '../withheld.ts';

export default defineRoute<Deps, Record<string, never>, { kind?: (typeof kinds)[number] }>({
  method: 'GET',
  path: '/api/processes',
  summary: 'what is released now: processes, decisions, forms',
  access: 'signed-in',
  query: { kind: Joi.string().valid(...kinds) },
  answers: { 200: { description: 'by plain id', schema: releasesAnswer } },
  handle: async ({ user, query }, { releases }) => {
    requireStaff(user);
    const items = await (await releasesFor(releases, user)).list({ currentOnly: true, ...(query.kind ? { kind: query.kind } : {}) });
    return reply(200, { items: items.map(releaseView) });
  },
});
