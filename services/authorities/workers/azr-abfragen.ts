import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { defineWorker } from '../../engine/define-worker.ts';
import { askRegister } from '../ask-register.ts';

/** Reads the person's status in the AZR (simulated) and notes it in the history. */
export default defineWorker<{ caseId: string }>({
  input: { caseId: Joi.string().uuid().required() },
  maxJobs: 4,
  output: { azrErgebnis: 'code' },
  handle: async (job, deps: Deps) => {
    const answer = await askRegister(deps, job, {
      occasion: 'abfrage',
      key: job.elementInstanceKey,
      text: (inWords) => `AZR abgefragt: ${inWords}`,
    });
    return { azrErgebnis: answer };
  },
});
