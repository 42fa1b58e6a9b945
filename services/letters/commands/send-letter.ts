import Joi from 'joi';
import { defineCommand } from '../../engine/define-command.ts';
import { sendLetter } from '../send-letter.ts';

/**
 * Sends a letter that needs nothing but the case itself. For features that letters/ imports and that therefore cannot call it:
 * they add this command in their own transaction.
 */
export default defineCommand<{ caseId: string; type: string }>({
  schema: { caseId: Joi.string().uuid().required(), type: Joi.string().valid('ruecknahme').required() },
  needsEngine: false,
  run: async ({ caseId, type }, deps) => {
    await deps.db.transaction((trx) => sendLetter(trx, deps, { caseId, type, businessKey: `${caseId}:${type}`, data: {}, by: 'Lotse' }));
  },
});
