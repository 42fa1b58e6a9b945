import Joi from 'joi';
import { getCase } from '../../cases/index.ts';
import { defineWorker } from '../../engine/define-worker.ts';
import { readFact } from '../../office/index.ts';
import { sendLetter } from '../send-letter.ts';

/** The card is here. Told for each card (a faulty one is made again), and not where it goes to the person's home anyway. */
export default defineWorker<{ caseId: string }>({
  input: { caseId: Joi.string().uuid().required() },
  handle: (job, deps) =>
    deps.db.transaction(async (trx) => {
      const { caseId } = job.variables;
      const { facts } = await getCase(trx, caseId);
      if (readFact(facts, 'direktversand')) return {};
      await sendLetter(trx, deps, {
        caseId,
        type: 'eat-abholung',
        businessKey: `${caseId}:eat-abholung:${job.elementInstanceKey}`,
        data: {},
        by: 'Lotse',
        elementId: job.elementId,
      });
      return {};
    }),
});
