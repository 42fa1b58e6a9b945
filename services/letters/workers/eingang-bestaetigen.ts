import Joi from 'joi';
import { getCase } from '../../cases/index.ts';
import { defineWorker } from '../../engine/define-worker.ts';
import { formatDay } from '../format-date.ts';
import { sendLetter } from '../send-letter.ts';

/** An objection is confirmed by its own process, which can name the decision. */
const CONFIRMS_ITSELF = 'widerspruch';

/** Once per case, also when it is routed anew. A hidden matter is never confirmed: nobody outside its circle may learn of it. */
export default defineWorker<{ caseId: string }>({
  input: { caseId: Joi.string().uuid().required() },
  handle: (job, deps) =>
    deps.db.transaction(async (trx) => {
      const found = await getCase(trx, job.variables.caseId);
      if (found.hidden || found.process === CONFIRMS_ITSELF) return {};
      await sendLetter(trx, deps, {
        caseId: found.caseId,
        type: 'eingangsbestaetigung',
        businessKey: `${found.caseId}:eingangsbestaetigung`,
        data: { eingangAm: formatDay(found.receivedAt) },
        by: 'Lotse',
        elementId: job.elementId,
      });
      return {};
    }),
});
