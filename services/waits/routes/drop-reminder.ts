import Joi from 'joi';
import { caseId, changeAnswers, getVisibleCase } from '../../cases/index.ts';
import type { Deps } from '../../deps.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { assertReminder, dropReminder } from '../remind-of-case.ts';

export default defineRoute<Deps, { caseId: string; warteId: string }>({
  method: 'DELETE',
  path: '/api/cases/{caseId}/reminders/{warteId}',
  summary: 'a reminder is no longer needed',
  access: 'signed-in',
  overwrites: true,
  params: { ...caseId, warteId: Joi.string().uuid().required().description('id of its wait') },
  answers: { ...changeAnswers, 409: { description: 'it is over, or somebody else has moved it (details: version, by, at)' } },
  guard: async ({ user, params }, deps) => {
    const { found } = await getVisibleCase(deps, user, params.caseId, ['full']);
    await assertReminder(deps.db, found, params.warteId);
  },
  handle: async ({ user, params, seen }, deps) => {
    const { found } = await getVisibleCase(deps, user, params.caseId, ['full']);
    await dropReminder(deps, found, { warteId: params.warteId, by: user.account, seen });
    return reply(202, { caseId: found.caseId });
  },
});
