import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { versionSeen } from '../../platform/if-match.ts';
import { defineRoute } from '../../platform/route.ts';
import { answerPerson } from '../answer-person.ts';
import { getDecidable, settleDifference } from '../decide-difference.ts';
import { personAnswers, personId, reason } from '../schemas.ts';

type Payload = { take: boolean; reason: string; version?: number };

export default defineRoute<Deps, { personId: string; differenceId: string }, Record<string, never>, Payload>({
  method: 'POST',
  path: '/api/persons/{personId}/differences/{differenceId}',
  summary: 'what was said differently is taken over, or what is known stays',
  access: 'signed-in',
  overwrites: true,
  params: { ...personId, differenceId: Joi.string().uuid().required().description('id of the difference') },
  payload: Joi.object({ take: Joi.boolean().required(), reason, version: versionSeen }),
  answers: personAnswers,
  guard: async ({ user, params }, deps) => void (await getDecidable(deps, user, params)),
  handle: async ({ user, params, payload, seen }, deps) => {
    return answerPerson(deps, user, await settleDifference(deps, user, { ...params, ...payload, version: seen }));
  },
});
