import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { defineWorker } from '../../engine/define-worker.ts';
import { askRegister } from '../ask-register.ts';

const words: Record<string, string> = { ERTEILT: 'erteilt', VERSAGT: 'versagt', ABGELEHNT: 'abgelehnt' };

/** Reports the decision to the AZR (simulated), once per case and result. */
export default defineWorker<{ caseId: string; ergebnis: string }>({
  input: {
    caseId: Joi.string().uuid().required(),
    ergebnis: Joi.string()
      .valid(...Object.keys(words))
      .required(),
  },
  maxJobs: 4,
  handle: async (job, deps: Deps) => {
    const { ergebnis } = job.variables;
    await askRegister(deps, job, { occasion: 'meldung', key: ergebnis, text: () => `Dem AZR gemeldet: ${words[ergebnis] ?? ergebnis}` });
    return {};
  },
});
