import Joi from 'joi';
import { defineWorker } from '../../engine/define-worker.ts';
import { sendBescheid } from '../send-bescheid.ts';

export default defineWorker<{ caseId: string; bescheidId: string }>({
  input: { caseId: Joi.string().uuid().required(), bescheidId: Joi.string().uuid().required() },
  output: { bescheidErgebnis: ['VERSANDT'], bekanntgabeAm: 'date', rechtsbehelfBis: 'date' },
  handle: (job, deps) =>
    deps.db.transaction(async (trx) => {
      const { caseId, bescheidId } = job.variables;
      return { bescheidErgebnis: 'VERSANDT', ...(await sendBescheid(trx, deps, { caseId, bescheidId, elementId: job.elementId })) };
    }),
});
