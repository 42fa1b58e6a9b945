import Joi from 'joi';
import { auditList, hiddenAmong } from '../../cases/index.ts';
import type { Deps } from '../../deps.ts';
import { listFailed } from '../../engine/outbox/index.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { groupsWith } from '../../staff/index.ts';
import { droppable } from '../droppable.ts';

export default defineRoute<Deps>({
  method: 'GET',
  path: '/api/operations/commands',
  summary: 'engine commands that keep failing, with their case, and whether the engine works at all',
  access: groupsWith('see-operations'),
  answers: {
    200: {
      description: 'newest first',
      schema: Joi.object({
        items: Joi.array()
          .items(
            Joi.object({
              id: Joi.string().required(),
              name: Joi.string().required().description('what it does, as its file is called'),
              caseId: Joi.string().uuid().allow(null).required(),
              attempts: Joi.number().integer().required(),
              maxAttempts: Joi.number().integer().required(),
              lastError: Joi.string().allow('').required(),
              runAt: Joi.date().required().description('when it is tried next'),
              createdAt: Joi.date().required(),
              givenUp: Joi.boolean().required(),
              droppable: Joi.boolean().required(),
            }),
          )
          .required(),
        engine: Joi.object({ ok: Joi.boolean().required(), reason: Joi.string().allow('').required() }).required(),
      }),
    },
  },
  handle: async ({ user }, deps) => {
    const items = await listFailed(deps.db);
    const hidden = await hiddenAmong(
      deps.db,
      items.flatMap((item) => item.caseId ?? []),
    );
    const shown = items.filter((item) => !item.caseId || !hidden.has(item.caseId));
    await auditList(deps.db, { actor: user.account, what: 'failing commands', caseIds: shown.flatMap((item) => item.caseId ?? []) });
    const told = shown.map((item) => ({ ...item, droppable: item.givenUp && droppable.has(item.name) }));
    return reply(200, { items: told, engine: deps.engine.health() });
  },
});
