import Joi from 'joi';
import { defineWorker } from '../../engine/define-worker.ts';
import { sendRequest } from '../send-request.ts';

/** The wait is new in every round, so it names the letter. */
export default defineWorker<{ caseId: string; warteId: string }>({
  input: { caseId: Joi.string().uuid().required(), warteId: Joi.string().uuid().required() },
  handle: (job, deps) =>
    deps.db.transaction(async (trx) => {
      const { caseId, warteId } = job.variables;
      await sendRequest(trx, deps, {
        caseId,
        warteId,
        type: 'nachforderung',
        businessKey: `${caseId}:nachforderung:${warteId}`,
        elementId: job.elementId,
      });
      return {};
    }),
});
