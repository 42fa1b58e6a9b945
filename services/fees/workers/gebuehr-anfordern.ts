import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { defineWorker } from '../../engine/define-worker.ts';
import { requestPayment } from '../request-payment.ts';

export default defineWorker<{ caseId: string; warteId: string }>({
  input: { caseId: Joi.string().uuid().required(), warteId: Joi.string().uuid().required() },
  handle: async (job, deps: Deps) => {
    await deps.db.transaction((trx) => requestPayment(trx, deps, { ...job.variables, type: 'gebuehr', elementId: job.elementId }));
    return {};
  },
});
