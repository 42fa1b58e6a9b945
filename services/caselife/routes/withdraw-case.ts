import Joi from 'joi';
import { caseId, changeAnswers, getVisibleCase } from '../../cases/index.ts';
import type { Deps } from '../../deps.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { withdrawCase } from '../change-case.ts';

export default defineRoute<Deps, { caseId: string }, Record<string, never>, { reason?: string } | null>({
  method: 'POST',
  path: '/api/cases/{caseId}/withdraw',
  summary: 'the application is taken back',
  access: 'signed-in',
  params: caseId,
  payload: Joi.object({ reason: Joi.string().trim().max(1000).allow('') }).allow(null),
  answers: changeAnswers,
  guard: async ({ user, params }, deps) => void (await getVisibleCase(deps, user, params.caseId, ['full', 'portal'])),
  handle: async ({ user, params, payload }, deps) => {
    const { found } = await getVisibleCase(deps, user, params.caseId, ['full', 'portal']);
    await withdrawCase(deps, { caseId: found.caseId, by: user.account, ...(payload?.reason ? { reason: payload.reason } : {}) });
    return reply(202, { caseId: found.caseId });
  },
});
