import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { PERSONAL } from '../../persons/index.ts';
import { versionSeen } from '../../platform/if-match.ts';
import { defineRoute } from '../../platform/route.ts';
import { answerPerson } from '../answer-person.ts';
import { getComparable } from '../compare-persons.ts';
import { type Choices, mergePersons } from '../merge-persons.ts';
import { personAnswers, personId, reason } from '../schemas.ts';

type Payload = { with: string; reason: string; choices: Choices; version?: number; withVersion?: number };

const choice = Joi.string().valid('mine', 'other');

export default defineRoute<Deps, { personId: string }, Record<string, never>, Payload>({
  method: 'POST',
  path: '/api/persons/{personId}/merge',
  summary: 'the two are the same person: the other one’s cases come here; it can be taken back',
  access: 'signed-in',
  overwrites: true,
  params: personId,
  payload: Joi.object({
    with: Joi.string().uuid().required().description('the other person'),
    reason,
    choices: Joi.object(Object.fromEntries(PERSONAL.map((field) => [field, choice])))
      .default({})
      .description('whose value counts where the two differ; what is not chosen waits for a decision'),
    version: versionSeen,
    withVersion: versionSeen,
  }),
  answers: personAnswers,
  guard: async ({ user, params }, deps) => void (await getComparable(deps, user, params.personId)),
  handle: async ({ user, params, payload, seen }, deps) => {
    const id = await mergePersons(deps, user, { ...payload, personId: params.personId, version: seen });
    return answerPerson(deps, user, id);
  },
});
