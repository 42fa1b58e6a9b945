import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import type { Kind } from '../../engine/releases/index.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { requireStaff } from '../../staff/index.ts';
import { draftFindings } from '../answers.ts';
import { checkDraftModel } from '../check/check-draft.ts';
import { kinds } from '../schemas.ts';

export default defineRoute<Deps, Record<string, never>, Record<string, never>, { name: string; kind: Kind; content: string }>({
  method: 'POST',
  path: '/api/processes/check',
  summary: 'look at a model without storing it: what would stand against its release',
  access: 'signed-in',
  limit: { kind: 'check' },
  payload: {
    name: Joi.string().trim().max(200).required().description('file name, for messages'),
    kind: Joi.string()
      .valid(...kinds)
      .required(),
    content: Joi.string().required().description('BPMN or DMN XML, form-js JSON; at most 1 MB'),
  },
  answers: {
    200: { description: 'an error forbids a release, a warning does not', schema: draftFindings },
    400: { description: 'it cannot be read; the message says why' },
    404: { description: 'models are the office’s own' },
    413: { description: 'larger than 1 MB' },
  },
  guard: ({ user }) => requireStaff(user),
  handle: async ({ user, payload }, { trial }) => {
    requireStaff(user);
    return reply(200, { findings: await checkDraftModel(trial, payload.kind, payload.content) });
  },
});
