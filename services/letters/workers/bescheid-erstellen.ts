import Joi from 'joi';
import { defineWorker } from '../../engine/define-worker.ts';
import { type BescheidTyp, bescheidTypen, draftBescheid } from '../draft-bescheid.ts';

export default defineWorker<{ caseId: string; bescheidTyp: BescheidTyp }>({
  input: {
    caseId: Joi.string().uuid().required(),
    bescheidTyp: Joi.string()
      .valid(...bescheidTypen)
      .required(),
  },
  handle: (job, deps) =>
    deps.db.transaction((trx) =>
      draftBescheid(trx, deps, { caseId: job.variables.caseId, typ: job.variables.bescheidTyp, jobKey: job.key }),
    ),
});
