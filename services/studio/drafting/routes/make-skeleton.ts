import Joi from 'joi';
import type { Deps } from '../../../deps.ts';
import { sectionIds } from '../../../office/index.ts';
import { defineRoute, reply } from '../../../platform/route.ts';
import { either } from '../../../platform/shape.ts';
import { readers } from '../../rights.ts';
import { filePath, writeAnswers } from '../../schemas.ts';
import { proposedExample, skeleton } from '../answers.ts';
import { makeExample, makeProcess } from '../skeleton.ts';

type Process = { kind: 'process'; id: string; name: string; section: string };
type Example = { kind: 'example'; changeId: string; path: string; ruleId: string; decisionId?: string };

const id = Joi.string()
  .max(60)
  .pattern(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .messages({ 'string.pattern.base': 'Erlaubt sind Kleinbuchstaben, Ziffern und einzelne Bindestriche.' });

export default defineRoute<Deps, Record<string, never>, Record<string, never>, Process | Example>({
  method: 'POST',
  path: '/api/studio/skeleton',
  summary: 'a runnable minimum of a new process, or an example for a row of a table',
  access: readers,
  payload: Joi.alternatives().conditional('.kind', {
    is: 'example',
    // biome-ignore lint/suspicious/noThenProperty: joi's own word
    then: Joi.object({
      kind: Joi.string().valid('example').required(),
      changeId: Joi.string().uuid().required(),
      path: filePath.required(),
      ruleId: Joi.string().max(200).required(),
      decisionId: Joi.string().max(200),
    }),
    otherwise: Joi.object({
      kind: Joi.string().valid('process').required(),
      id: id.required(),
      name: Joi.string().trim().min(2).max(120).required(),
      section: Joi.string()
        .valid(...sectionIds)
        .required(),
    }),
  }),
  answers: {
    200: {
      description: 'files to begin with, or { vector }: null where no inputs reach the row',
      schema: either(skeleton, proposedExample),
    },
    ...writeAnswers,
  },
  guard: 'access',
  handle: async ({ user, payload }, deps) =>
    reply(200, payload.kind === 'example' ? await makeExample(deps, user, payload) : await makeProcess(deps, user, payload)),
});
