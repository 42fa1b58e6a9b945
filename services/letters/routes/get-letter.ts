import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { letter } from '../answers.ts';
import { readLetter } from '../read-letter.ts';

export default defineRoute<Deps, { caseId: string; letterId: string }>({
  method: 'GET',
  path: '/api/cases/{caseId}/letters/{letterId}',
  summary: 'Brief lesen',
  access: 'signed-in',
  params: { caseId: Joi.string().guid().required(), letterId: Joi.string().guid().required() },
  answers: {
    200: {
      description: 'der Brief; liest ihn die antragstellende Person, gilt er als geöffnet',
      schema: letter,
    },
    404: { description: 'kein solcher Brief' },
  },
  handle: async ({ user, params }, deps) => reply(200, await readLetter(deps, { user, caseId: params.caseId, letterId: params.letterId })),
});
