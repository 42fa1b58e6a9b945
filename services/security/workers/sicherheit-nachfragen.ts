import Joi from 'joi';
import { remindAuthority } from '../../authorities/index.ts';
import type { Deps } from '../../deps.ts';
import { defineWorker } from '../../engine/define-worker.ts';
import { getRowWith } from '../../office/index.ts';

/** Asks where the answer is. Also when there has been one: a case that is being looked into must not be told from a late one. */
export default defineWorker<{ caseId: string; warteId: string }>({
  input: { caseId: Joi.string().uuid().required(), warteId: Joi.string().uuid().required() },
  maxJobs: 4,
  handle: async (job, deps: Deps) => {
    const { warteId } = job.variables;
    await remindAuthority(deps, {
      warteId,
      authority: getRowWith('behoerden', 'sicherheit').code,
      step: '1',
      elementId: job.elementId,
      lastTry: job.retries <= 1,
    });
    return {};
  },
});
