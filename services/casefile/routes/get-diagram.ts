import Joi from 'joi';
import { caseId, getVisibleCase } from '../../cases/index.ts';
import type { Deps } from '../../deps.ts';
import { audit } from '../../platform/audit.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { viewDiagram } from '../view-diagram.ts';

const key = Joi.string();
const time = Joi.string().isoDate();
const runs = Joi.string().valid('active', 'completed', 'terminated', 'incident');

const place = Joi.object({
  elementId: key,
  name: Joi.string().allow(''),
  type: Joi.string().allow(''),
  event: Joi.string().allow(null),
  state: runs,
  count: Joi.number().integer().description('how often the case came here'),
  activatedAt: time.allow(null),
  endedAt: time.allow(null),
  by: Joi.string().description('who completed it last'),
});

export default defineRoute<Deps, { caseId: string }>({
  method: 'GET',
  path: '/api/cases/{caseId}/diagram',
  summary: 'where a case stands in its processes, and the way it went',
  access: 'signed-in',
  params: caseId,
  answers: {
    200: {
      description: 'the root first, called processes with their caller; empty until the engine has taken the case',
      schema: Joi.array().items(
        Joi.object({
          instanceKey: key,
          parentKey: key.allow(null),
          calledBy: Joi.string().allow(null).description('element of the parent'),
          processId: Joi.string(),
          version: Joi.number().integer().allow(null),
          name: Joi.string(),
          state: runs,
          startedAt: time,
          endedAt: time.allow(null),
          elements: Joi.array().items(place),
          taken: Joi.array().items(Joi.string()).description('sequence flows'),
          incidents: Joi.array().items(Joi.object({ elementId: Joi.string(), message: Joi.string(), at: time })),
        }),
      ),
    },
    404: { description: 'absent, hidden or not mine' },
  },
  handle: async ({ user, params }, deps) => {
    const { found } = await getVisibleCase(deps, user, params.caseId, ['full']);
    await deps.db.transaction((trx) =>
      audit(trx, {
        actor: user.account,
        action: 'view case',
        caseId: found.caseId,
        section: found.section,
        object: 'diagram',
        outcome: 'done',
      }),
    );
    return reply(200, await viewDiagram(deps, found.caseId));
  },
});
