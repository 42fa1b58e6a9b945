import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import type { Changes } from '../../persons/index.ts';
import { versionSeen } from '../../platform/if-match.ts';
import { defineRoute } from '../../platform/route.ts';
import { answerPerson } from '../answer-person.ts';
import { correctPerson, getCorrectable } from '../correct-person.ts';
import { changes, personAnswers, personId, reason } from '../schemas.ts';

type Payload = { changes: Changes; reason: string; version?: number };

export default defineRoute<Deps, { personId: string }, Record<string, never>, Payload>({
  method: 'PATCH',
  path: '/api/persons/{personId}',
  summary: 'correct what is known of a person, with a reason; what it was is kept',
  access: 'signed-in',
  overwrites: true,
  params: personId,
  payload: Joi.object({ changes: changes.min(1).required(), reason, version: versionSeen }),
  answers: personAnswers,
  guard: async ({ user, params }, deps) => void (await getCorrectable(deps, user, params.personId)),
  handle: async ({ user, params, payload, seen }, deps) => {
    const id = await correctPerson(deps, user, {
      personId: params.personId,
      changes: payload.changes,
      reason: payload.reason,
      version: seen,
    });
    return answerPerson(deps, user, id);
  },
});
