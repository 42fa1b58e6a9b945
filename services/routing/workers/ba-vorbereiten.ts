import Joi from 'joi';
import { findApplicant, getCase, mergeFacts } from '../../cases/index.ts';
import { defineWorker } from '../../engine/define-worker.ts';
import { relevantDay, useNumber } from '../../legal/index.ts';
import { baInputs } from '../ba-inputs.ts';

/** Lays out the inputs of D7, with the salaries that held on the day of the application. The title asked for is kept as a fact: forms, length of stay and letters go by it. */
export default defineWorker<{ caseId: string }>({
  input: { caseId: Joi.string().uuid().required() },
  output: {
    norm: 'code',
    gehalt: 'number',
    engpass: 'flag',
    berufsanfaenger: 'flag',
    duldung: 'flag',
    ausbildung: 'flag',
    aufenthaltMonate: 'number',
    beschaeftigtVersMonate: 'number',
    gehaltsgrenzeRegel: 'number',
    gehaltsgrenzeEngpass: 'number',
  },
  handle: (job, deps) =>
    deps.db.transaction(async (trx) => {
      const found = await getCase(trx, job.variables.caseId);
      const person = await findApplicant(trx, found);
      const inputs = baInputs(found, person, deps.clock.today());
      const use = { caseId: found.caseId, on: relevantDay(found), elementId: job.elementId };
      const gehaltsgrenzeRegel = await useNumber(trx, { ...use, key: 'blaueKarte.regel' });
      const gehaltsgrenzeEngpass = await useNumber(trx, { ...use, key: 'blaueKarte.engpass' });
      await mergeFacts(trx, found.caseId, { beantragteNorm: inputs.norm });
      return { ...inputs, gehaltsgrenzeRegel, gehaltsgrenzeEngpass };
    }),
});
