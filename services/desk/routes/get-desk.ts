import type { Deps } from '../../deps.ts';
import { auditAlone } from '../../platform/audit.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { groupsWith } from '../../staff/index.ts';
import { desk as deskAnswer } from '../answers.ts';
import { readDesk } from '../read-desk.ts';

export default defineRoute<Deps>({
  method: 'GET',
  path: '/api/desk',
  summary: 'questions, second checks and objections for a legal specialist or head of section; never their own work',
  access: groupsWith('answer-questions'),
  answers: {
    200: {
      description: 'what they hold or may take, due first',
      schema: deskAnswer,
    },
    404: { description: 'only for legal specialists and heads of section' },
  },
  handle: async ({ user }, deps) => {
    const desk = await readDesk(deps, user);
    const cases = [...new Set([...desk.escalations, ...desk.secondChecks, ...desk.objections].map(({ caseId }) => caseId))];
    await auditAlone(deps.db, { actor: user.account, action: 'view desk', outcome: 'done', payload: { cases } });
    return reply(200, desk);
  },
});
