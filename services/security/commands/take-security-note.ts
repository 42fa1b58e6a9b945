import Joi from 'joi';
import { addHistory, lockCase } from '../../cases/index.ts';
import { defineCommand } from '../../engine/define-command.ts';
import { nowOf } from '../../platform/clock.ts';
import { tellOfficers } from '../open-hidden-case.ts';

type Payload = { mainCaseId: string; text: string; by: string };

declare module '../../engine/define-command.ts' {
  interface Payloads {
    'take-security-note': Payload;
  }
}

/**
 * Brings a note to the officers after its writer has got the receipt: whether there is a hidden case already must not show in how long
 * that takes. `mainCaseId` is no `caseId`: operations lists stuck commands by it.
 */
export default defineCommand<Payload>({
  schema: { mainCaseId: Joi.string().uuid().required(), text: Joi.string().required(), by: Joi.string().required() },
  run: async ({ mainCaseId, text, by }, deps, { commandId }) => {
    const lineKey = `note:${commandId}`;
    await deps.db.transaction(async (trx) => {
      const main = await lockCase(trx, mainCaseId);
      if (!main) return;
      const line = `Sicherheitshinweis: ${text}`;
      const at = nowOf(deps);
      // A note on a hidden case stays in it.
      if (main.hidden) await addHistory(trx, { caseId: mainCaseId, at, text: line, by, lineKey });
      else await tellOfficers(trx, deps, main, { ground: 'HINWEIS', text: line, by, lineKey });
    });
  },
});
