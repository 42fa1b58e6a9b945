import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { defineWorker } from '../../engine/define-worker.ts';
import { codesOf } from '../../office/index.ts';
import { askedText, placeOrder } from '../place-order.ts';

type In = { caseId: string; warteId: string; behoerde: string; anlass: string };

/** Asks the authority, once per wait. Few at a time: each holds a database connection while the authority is called. */
export default defineWorker<In>({
  input: {
    caseId: Joi.string().uuid().required(),
    warteId: Joi.string().uuid().required(),
    behoerde: Joi.string()
      .valid(...codesOf('behoerden'))
      .required(),
    anlass: Joi.string().empty('').allow(null).default('anfrage'),
  },
  maxJobs: 4,
  handle: async (job, deps: Deps) => {
    const { caseId, warteId, behoerde, anlass } = job.variables;
    await placeOrder(deps, {
      businessKey: `${caseId}:${warteId}:${behoerde}`,
      caseId,
      warteId,
      authority: behoerde,
      occasion: anlass ?? 'anfrage',
      elementId: job.elementId,
      text: askedText(behoerde),
      lastTry: job.retries <= 1,
    });
    return {};
  },
});
