import Joi from 'joi';
import { hiddenAmong } from '../../cases/index.ts';
import { type Deps, listOpenIncidents } from '../../engine/index.ts';
import { defineRoute, reply } from '../../platform/route.ts';

export default defineRoute<Deps>({
  method: 'GET',
  path: '/api/incidents',
  summary: 'steps that stand still, with their case; hidden ones are left out',
  access: ['ops'],
  answers: { 200: { description: 'newest first', schema: Joi.object({ items: Joi.array().items(Joi.object().unknown()) }) } },
  handle: async (_input, { db }) => {
    const incidents = await listOpenIncidents(db);
    const hidden = await hiddenAmong(
      db,
      incidents.flatMap((each) => each.caseId ?? []),
    );
    const items = incidents.filter((each) => !each.caseId || !hidden.has(each.caseId));
    return reply(200, {
      items: items.map(({ incidentKey, caseId, elementId, errorType, message, at }) => ({
        incidentKey,
        caseId,
        elementId,
        errorType,
        message,
        at: at.toISOString(),
      })),
    });
  },
});
