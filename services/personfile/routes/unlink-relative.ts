import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { defineRoute } from '../../platform/route.ts';
import { answerPerson } from '../answer-person.ts';
import { getRelation, unlinkRelative } from '../link-relatives.ts';
import { personAnswers, personId, reason } from '../schemas.ts';

export default defineRoute<Deps, { personId: string; relationId: string }, Record<string, never>, { reason: string }>({
  method: 'POST',
  path: '/api/persons/{personId}/relatives/{relationId}/end',
  summary: 'they are no family, or it was entered wrongly',
  access: 'signed-in',
  params: { ...personId, relationId: Joi.string().uuid().required().description('id of the link') },
  payload: Joi.object({ reason }),
  answers: personAnswers,
  guard: async ({ user, params }, deps) => void (await getRelation(deps, user, params)),
  handle: async ({ user, params, payload }, deps) => {
    await unlinkRelative(deps, user, { ...params, ...payload });
    return answerPerson(deps, user, params.personId);
  },
});
