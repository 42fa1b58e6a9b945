import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { linkedRelative } from '../answers.ts';
import { getRelated, type LinkRelative, linkRelative, RELATIONS } from '../link-relatives.ts';
import { personAnswers, personId, reason } from '../schemas.ts';

export default defineRoute<Deps, { personId: string }, Record<string, never>, Omit<LinkRelative, 'personId'>>({
  method: 'POST',
  path: '/api/persons/{personId}/relatives',
  summary: 'somebody of the same family, by the Aktenzeichen of their case',
  access: 'signed-in',
  params: personId,
  payload: Joi.object({
    aktenzeichen: Joi.string().trim().max(20).required(),
    relation: Joi.string()
      .valid(...RELATIONS)
      .description('what the relative is to the person'),
    reason,
  }),
  answers: {
    400: personAnswers[400],
    403: personAnswers[403],
    404: personAnswers[404],
    409: { description: 'they are linked already, or are one person' },
    201: { description: 'linked', schema: linkedRelative },
  },
  guard: async ({ user, params }, deps) => void (await getRelated(deps, user, params.personId)),
  handle: async ({ user, params, payload }, deps) =>
    reply(201, { relationId: await linkRelative(deps, user, { personId: params.personId, ...payload }) }),
});
