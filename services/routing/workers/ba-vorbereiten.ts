import Joi from 'joi';
import { findPerson, getCase, mergeFacts } from '../../cases/index.ts';
import { defineWorker } from '../../engine/define-worker.ts';
import { baInputs, relevantDay } from '../ba-inputs.ts';
import { salaryLimits } from '../salary-limits.ts';

/** Lays out the inputs of D7. The title asked for is kept as a fact: forms, length of stay and letters go by it. */
export default defineWorker<{ caseId: string }>({
  input: { caseId: Joi.string().uuid().required() },
  handle: (job, deps) =>
    deps.db.transaction(async (trx) => {
      const found = await getCase(trx, job.variables.caseId);
      const person = await findPerson(trx, found.personId);
      const inputs = baInputs(found, person, deps.clock.today());
      const { regel, engpass } = salaryLimits(relevantDay(found));
      await mergeFacts(trx, found.caseId, { beantragteNorm: inputs.norm });
      return { ...inputs, gehaltsgrenzeRegel: regel, gehaltsgrenzeEngpass: engpass };
    }),
});
