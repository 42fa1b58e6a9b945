import Joi from 'joi';
import { hiddenAmong } from '../../cases/index.ts';
import { type Deps, listFailed } from '../../engine/index.ts';
import { defineRoute, reply } from '../../platform/route.ts';

export default defineRoute<Deps>({
  method: 'GET',
  path: '/api/operations/commands',
  summary: 'engine commands that keep failing, with their case, and whether the engine works at all',
  access: ['ops'],
  answers: {
    200: {
      description: 'newest first',
      schema: Joi.object({
        items: Joi.array().items(Joi.object().unknown()),
        engine: Joi.object({ ok: Joi.boolean(), reason: Joi.string().allow('') }),
      }),
    },
  },
  handle: async (_input, deps) => {
    const items = await listFailed(deps.db);
    const hidden = await hiddenAmong(
      deps.db,
      items.flatMap((item) => item.caseId ?? []),
    );
    return reply(200, { items: items.filter((item) => !item.caseId || !hidden.has(item.caseId)), engine: deps.engine.health() });
  },
});
