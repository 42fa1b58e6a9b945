import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { defineWorker } from '../../engine/define-worker.ts';
import { codesOf } from '../../office/index.ts';
import { remindAuthority } from '../remind-authority.ts';

type In = { caseId: string; warteId: string; behoerde: string; stufe: string | number | null };

export default defineWorker<In>({
  input: {
    caseId: Joi.string().uuid().required(),
    warteId: Joi.string().uuid().required(),
    behoerde: Joi.string()
      .valid(...codesOf('behoerden'))
      .required(),
    stufe: Joi.alternatives(Joi.number(), Joi.string()).allow(null).default('1'),
  },
  maxJobs: 4,
  handle: async (job, deps: Deps) => {
    const { warteId, behoerde, stufe } = job.variables;
    await remindAuthority(deps, {
      warteId,
      authority: behoerde,
      step: String(stufe ?? '1'),
      elementId: job.elementId,
      lastTry: job.retries <= 1,
    });
    return {};
  },
});
