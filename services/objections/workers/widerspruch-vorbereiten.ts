import Joi from 'joi';
import { defineWorker } from '../../engine/define-worker.ts';
import { takeInObjection } from '../take-in-objection.ts';

export default defineWorker<{ caseId: string }>({
  input: { caseId: Joi.string().uuid().required() },
  handle: (job, deps) =>
    deps.db.transaction((trx) => takeInObjection(trx, deps, { caseId: job.variables.caseId, elementId: job.elementId })),
});
