import Joi from 'joi';
import { claimRootInstance } from '../../cases/index.ts';
import type { Deps } from '../../deps.ts';
import { defineWorker } from '../../engine/define-worker.ts';

/** The engine forgets a message id after its time to live: should a second root start for a case, it ends here. */
export default defineWorker<{ caseId: string }>({
  input: { caseId: Joi.string().uuid().required() },
  output: { angenommen: 'flag' },
  handle: async (job, deps: Deps) => ({ angenommen: await claimRootInstance(deps.db, job.variables.caseId, job.processInstanceKey) }),
});
