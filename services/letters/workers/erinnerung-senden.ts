import Joi from 'joi';
import { defineWorker } from '../../engine/define-worker.ts';
import { nowOf } from '../../platform/clock.ts';
import { findWait, noteReminded } from '../../waits/index.ts';
import { officeDay } from '../format-date.ts';
import { sendRequest } from '../send-request.ts';

/** A wait whose date was moved may be reminded of again, once per date: the last day is part of the key. */
export default defineWorker<{ caseId: string; warteId: string }>({
  input: { caseId: Joi.string().uuid().required(), warteId: Joi.string().uuid().required() },
  handle: (job, deps) =>
    deps.db.transaction(async (trx) => {
      const { caseId, warteId } = job.variables;
      const wait = await findWait(trx, warteId);
      if (!wait) return {};
      const reminded = await sendRequest(trx, deps, {
        caseId,
        warteId,
        type: 'erinnerung',
        businessKey: `${caseId}:erinnerung:${warteId}:${officeDay(wait.until)}`,
        elementId: job.elementId,
      });
      if (reminded) await noteReminded(trx, warteId, nowOf(deps));
      return {};
    }),
});
