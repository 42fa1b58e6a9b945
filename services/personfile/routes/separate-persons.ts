import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { versionSeen } from '../../platform/if-match.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { separatedPersons } from '../answers.ts';
import { getComparable } from '../compare-persons.ts';
import { personAnswers, personId, reason } from '../schemas.ts';
import { separatePersons } from '../separate-persons.ts';

type Payload = { reason: string; mergeId?: string; caseIds: string[]; version?: number };

export default defineRoute<Deps, { personId: string }, Record<string, never>, Payload>({
  method: 'POST',
  path: '/api/persons/{personId}/separate',
  summary: 'they are not the same person: takes a merge back, both are what they were',
  access: 'signed-in',
  overwrites: true,
  params: personId,
  payload: Joi.object({
    reason,
    mergeId: Joi.string().uuid().description('the newest that stands, if none is named'),
    caseIds: Joi.array().items(Joi.string().uuid()).max(100).default([]).description('cases opened since that are the other one’s'),
    version: versionSeen,
  }),
  answers: {
    ...personAnswers,
    200: {
      description: 'both people',
      schema: separatedPersons,
    },
  },
  guard: async ({ user, params }, deps) => void (await getComparable(deps, user, params.personId)),
  handle: async ({ user, params, payload, seen }, deps) => {
    const both = await separatePersons(deps, user, { ...payload, personId: params.personId, version: seen });
    return reply(200, both);
  },
});
