import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { defineRoute } from '../../platform/route.ts';
import { answerPerson } from '../answer-person.ts';
import { getComparable, tellApart } from '../compare-persons.ts';
import { personAnswers, personId, reason } from '../schemas.ts';

export default defineRoute<Deps, { personId: string }, Record<string, never>, { from: string; reason: string }>({
  method: 'POST',
  path: '/api/persons/{personId}/different',
  summary: 'the two are different people: nobody is asked again',
  access: 'signed-in',
  params: personId,
  payload: Joi.object({ from: Joi.string().uuid().required().description('the other person'), reason }),
  answers: personAnswers,
  guard: async ({ user, params }, deps) => void (await getComparable(deps, user, params.personId)),
  handle: async ({ user, params, payload }, deps) =>
    answerPerson(deps, user, await tellApart(deps, user, { personId: params.personId, ...payload })),
});
