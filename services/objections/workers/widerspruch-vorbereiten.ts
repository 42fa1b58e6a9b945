import Joi from 'joi';
import { defineWorker } from '../../engine/define-worker.ts';
import { takeInObjection } from '../take-in-objection.ts';

export default defineWorker<{ caseId: string }>({
  input: { caseId: Joi.string().uuid().required() },
  output: {
    bescheidGefunden: 'flag',
    fristgerecht: 'flag',
    statthaft: 'flag',
    ausgeschlossen: 'accounts',
    verfasst: 'accounts',
    widerspruchGegen: 'code',
    widerspruchEingangAm: 'date',
    widerspruchFrist: 'date',
  },
  handle: (job, deps) =>
    deps.db.transaction((trx) => takeInObjection(trx, deps, { caseId: job.variables.caseId, elementId: job.elementId })),
});
