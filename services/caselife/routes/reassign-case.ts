import Joi from 'joi';
import { caseId, changeAnswers, getVisibleCase } from '../../cases/index.ts';
import type { Deps } from '../../deps.ts';
import { isCodeOf, sectionIds } from '../../office/index.ts';
import { Invalid } from '../../platform/errors.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { isHiddenAnliegen } from '../../staff/index.ts';
import { reassignCase } from '../change-case.ts';

type Payload = { anliegen?: string; section?: string; reason: string };

export default defineRoute<Deps, { caseId: string }, Record<string, never>, Payload>({
  method: 'POST',
  path: '/api/cases/{caseId}/reassign',
  summary: 'named wrongly, or another section’s matter: back to routing; what is in the case stays',
  access: 'signed-in',
  params: caseId,
  payload: {
    anliegen: Joi.string().max(60),
    section: Joi.string().valid(...sectionIds),
    reason: Joi.string().trim().min(1).max(1000).required(),
  },
  answers: changeAnswers,
  guard: async ({ user, params }, deps) => void (await getVisibleCase(deps, user, params.caseId, ['full'])),
  handle: async ({ user, params, payload }, deps) => {
    const { found } = await getVisibleCase(deps, user, params.caseId, ['full']);
    // A hidden matter has a case of its own: an ordinary one never turns into it, and for most it does not even exist.
    if (payload.anliegen && (!isCodeOf('anliegen', payload.anliegen) || isHiddenAnliegen(payload.anliegen) !== found.hidden)) {
      throw new Invalid('Bitte prüfen Sie die Angaben.', [{ field: 'anliegen', message: 'dieses Anliegen gibt es nicht' }]);
    }
    await reassignCase(deps, { caseId: found.caseId, by: user.account, ...payload });
    return reply(202, { caseId: found.caseId });
  },
});
