import Joi from 'joi';
import { defineWorker } from '../../engine/define-worker.ts';
import { type CheckRule, drawSample } from '../draw-sample.ts';

/** D8 says whether a draft must, may or need not be checked by somebody else; here the draw is made. */
export default defineWorker<{ caseId: string; vierAugenErgebnis: CheckRule }>({
  input: {
    caseId: Joi.string().uuid().required(),
    vierAugenErgebnis: Joi.object({
      pruefung: Joi.string().valid('PFLICHT', 'STICHPROBE', 'KEINE').required(),
      anteil: Joi.number().min(0).max(1).allow(null).default(0),
      norm: Joi.string().allow('', null).default(''),
    })
      .unknown()
      .required(),
  },
  output: { zweitpruefung: 'flag' },
  handle: async (job, deps) => {
    const { caseId, vierAugenErgebnis } = job.variables;
    return { zweitpruefung: await deps.db.transaction((trx) => drawSample(trx, deps, caseId, vierAugenErgebnis)) };
  },
});
