import Joi from 'joi';
import type { Deps } from '../../engine/contracts.ts';
import { defineRoute } from '../../platform/route.ts';
import { answerPerson } from '../answer-person.ts';
import { settleDifference } from '../decide-difference.ts';
import { personAnswers, personId, reason, version, versionOf } from '../schemas.ts';

type Payload = { take: boolean; reason: string; version?: number };

export default defineRoute<Deps, { personId: string; differenceId: string }, Record<string, never>, Payload>({
  method: 'POST',
  path: '/api/persons/{personId}/differences/{differenceId}',
  summary: 'what was said differently is taken over, or what is known stays',
  access: 'signed-in',
  params: { ...personId, differenceId: Joi.string().uuid().required().description('id of the difference') },
  payload: Joi.object({ take: Joi.boolean().required(), reason, version }),
  answers: personAnswers,
  handle: async ({ user, params, payload, headers }, deps) => {
    const seen = versionOf(payload.version, headers);
    return answerPerson(deps, user, await settleDifference(deps, user, { ...params, ...payload, version: seen }));
  },
});
