import Joi from 'joi';
import { caseId, getVisibleCase } from '../../cases/index.ts';
import type { Deps } from '../../deps.ts';
import { audit } from '../../platform/audit.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { receipt } from '../answers.ts';

const RECEIPT = 'Vielen Dank. Ihr Hinweis ist angekommen.';

export default defineRoute<Deps, { caseId: string }, Record<string, never>, { text: string }>({
  method: 'POST',
  path: '/api/cases/{caseId}/security-note',
  summary: 'tell the security officers something about a case; what becomes of it is not said',
  access: 'signed-in',
  params: caseId,
  payload: { text: Joi.string().trim().min(1).max(4000).required() },
  answers: {
    202: { description: 'the same receipt every time', schema: receipt },
    400: { description: 'no text' },
    404: { description: 'absent, hidden or not mine' },
  },
  guard: async ({ user, params }, deps) => void (await getVisibleCase(deps, user, params.caseId, ['full', 'status'])),
  handle: async ({ user, params, payload }, deps) => {
    const { found, level } = await getVisibleCase(deps, user, params.caseId, ['full', 'status']);
    await deps.db.transaction(async (trx) => {
      // The file's own trail says only that somebody had the case open; the note stands in the officers' one.
      await audit(trx, {
        actor: user.account,
        action: 'view case',
        caseId: found.caseId,
        section: found.section,
        outcome: 'done',
        payload: { level },
      });
      await deps.commands.add(trx, 'take-security-note', { mainCaseId: found.caseId, text: payload.text, by: user.account });
    });
    return reply(202, { receipt: RECEIPT });
  },
});
