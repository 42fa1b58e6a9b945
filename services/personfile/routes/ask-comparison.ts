import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { defineRoute } from '../../platform/route.ts';
import { answerPerson } from '../answer-person.ts';
import { askComparison, getAskable } from '../ask-comparison.ts';
import { personAnswers, personId, reason } from '../schemas.ts';

export default defineRoute<Deps, { personId: string }, Record<string, never>, { caseId: string; reason: string }>({
  method: 'POST',
  path: '/api/persons/{personId}/comparison',
  summary: 'the likely record lies in another section: ask the service to compare',
  access: 'signed-in',
  params: personId,
  payload: Joi.object({ caseId: Joi.string().uuid().required().description('the case it is asked from'), reason }),
  answers: personAnswers,
  guard: async ({ user, params }, deps) => void (await getAskable(deps, user, params.personId)),
  handle: async ({ user, params, payload }, deps) =>
    answerPerson(deps, user, await askComparison(deps, user, { personId: params.personId, ...payload })),
});
