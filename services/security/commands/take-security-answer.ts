import Joi from 'joi';
import { defineCommand } from '../../engine/define-command.ts';
import { takeSecurityAnswer } from '../take-security-answer.ts';

type Payload = { caseId: string; orderId: string; finding: boolean };

declare module '../../engine/define-command.ts' {
  interface Payloads {
    'take-security-answer': Payload;
  }
}

/** Sent by services/authorities for every answer to a security query, whatever it says. */
export default defineCommand<Payload>({
  schema: { caseId: Joi.string().uuid().required(), orderId: Joi.string().uuid().required(), finding: Joi.boolean().required() },
  run: (payload, deps) => deps.db.transaction((trx) => takeSecurityAnswer(trx, deps, payload)),
});
