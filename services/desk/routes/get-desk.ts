import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { audit } from '../../platform/audit.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { groupsWith } from '../../staff/index.ts';
import { readDesk } from '../read-desk.ts';

const text = Joi.string().allow('');
const day = Joi.string().allow(null);
const common = {
  taskId: Joi.string().uuid(),
  caseId: Joi.string().uuid(),
  aktenzeichen: Joi.string(),
  name: Joi.string().description('what is to be done'),
  person: Joi.string(),
  assignee: Joi.string().allow(null),
  dueDate: Joi.string().isoDate().allow(null),
};
const held = Joi.array().items(Joi.object({ account: Joi.string(), tasks: Joi.number().integer() }));
const list = (fields: Joi.PartialSchemaMap) => Joi.array().items(Joi.object({ ...common, ...fields }));

export default defineRoute<Deps>({
  method: 'GET',
  path: '/api/desk',
  summary: 'questions, second checks and objections for a legal specialist or head of section; never their own work',
  access: groupsWith('answer-questions'),
  answers: {
    200: {
      description: 'what they hold or may take, due first',
      schema: Joi.object({
        escalations: list({
          question: text,
          facts: text,
          norm: text,
          proposal: text,
          reasons: Joi.array().items(Joi.string()),
          askedBy: Joi.string().allow(null),
          secondLevel: Joi.boolean().description('not answered in time'),
        }),
        secondChecks: list({
          typ: Joi.string().allow(null),
          subject: Joi.string().allow(null),
          author: Joi.string().allow(null),
          returns: Joi.number().integer(),
          changes: Joi.number().integer().allow(null).description('blocks that changed since the last look; null at the first'),
        }),
        objections: list({
          against: Joi.string().allow(null).description('type of the decision attacked'),
          receivedOn: day,
          remedyUntil: day,
          inTime: Joi.boolean().allow(null),
          admissible: Joi.boolean().allow(null),
        }),
        withOthers: Joi.object({ escalations: held, secondChecks: held, objections: held }).description('who else holds how many of each'),
      }),
    },
    404: { description: 'only for legal specialists and heads of section' },
  },
  handle: async ({ user }, deps) => {
    const desk = await readDesk(deps, user);
    const cases = [...new Set([...desk.escalations, ...desk.secondChecks, ...desk.objections].map(({ caseId }) => caseId))];
    await deps.db.transaction((trx) => audit(trx, { actor: user.account, action: 'view desk', outcome: 'done', payload: { cases } }));
    return reply(200, desk);
  },
});
