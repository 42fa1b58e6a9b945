import Joi from 'joi';
import { addHistory, getCase, notifyCase } from '../../cases/index.ts';
import type { Deps } from '../../deps.ts';
import { defineWorker } from '../../engine/define-worker.ts';
import { getRowWith } from '../../office/index.ts';
import { dayOf, nowOf } from '../../platform/clock.ts';
import { longDay } from '../../platform/german-day.ts';
import { findWait } from '../../waits/index.ts';
import { findOrderOfWait, updateOrder } from '../store.ts';

/** The Bundesagentur has not answered in time: its consent counts as given from the day after the wait's last (§ 36 (2) BeschV). */
export default defineWorker<{ caseId: string; warteId: string }>({
  input: { caseId: Joi.string().uuid().required(), warteId: Joi.string().uuid().required() },
  handle: (job, deps: Deps) =>
    deps.db.transaction(async (trx) => {
      const { caseId, warteId } = job.variables;
      const wait = await findWait(trx, warteId);
      if (!wait) throw new Error('Die Frist, die abgelaufen sein soll, gibt es nicht.');
      const at = nowOf(deps);
      const { code, satz } = getRowWith('behoerden', 'fiktion');
      const order = await findOrderOfWait(trx, warteId, code);
      if (order && !order.answeredAt && !order.deemedAt) await updateOrder(trx, order.orderId, { deemedAt: at });
      const from = dayOf(wait.until).add({ days: 1 });
      const text = `Zustimmung ${satz.von} gilt seit dem ${longDay(from)} als erteilt (§ 36 Abs. 2 BeschV)`;
      await addHistory(trx, { caseId, at, text, elementId: job.elementId, by: 'Lotse', lineKey: `deemed:${warteId}` });
      await notifyCase(trx, await getCase(trx, caseId));
      return {};
    }),
});
