import { addHistory } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import { getRow } from '../office/index.ts';
import { nowOf } from '../platform/clock.ts';
import { noteReminded } from '../waits/index.ts';
import { AuthorityDown, callAuthority, faultOf } from './adapter.ts';
import { adapterOf } from './adapters.ts';
import { SIMULATION } from './authority.ts';
import { deleteReminder, findOrderOfWait, insertReminder, lockOrder, updateOrder } from './store.ts';

export type RemindAuthority = { warteId: string; authority: string; step: string; elementId: string; lastTry: boolean };

/**
 * Asks where the answer is, once per wait and step. An authority that has answered meanwhile is left alone; of a hidden question nobody may see
 * from a missing reminder that there was an answer.
 */
export const remindAuthority = async (
  deps: Pick<Deps, 'db' | 'clock'>,
  { warteId, authority, step, elementId, lastTry }: RemindAuthority,
  connectTo = adapterOf,
): Promise<void> => {
  const at = nowOf(deps);
  const failed = await deps.db.transaction(async (trx): Promise<AuthorityDown | undefined> => {
    const found = await findOrderOfWait(trx, warteId, authority);
    const order = found && (await lockOrder(trx, found.orderId));
    if (!order?.sentAt || (order.answeredAt && !order.hidden)) return undefined;
    if (!(await insertReminder(trx, order.orderId, step, at))) return undefined;
    const { caseId } = order;
    const line = { caseId, at, elementId, by: 'Lotse' };
    try {
      await callAuthority(authority, (signal) =>
        connectTo({ ...deps, db: trx }, authority).remind({ ...order, until: null }, step, signal),
      );
      await updateOrder(trx, order.orderId, { fault: null });
      await noteReminded(trx, warteId, at);
      const text = `${getRow('behoerden', authority).satz.wer} wurde erinnert (${SIMULATION})`;
      if (!order.hidden) await addHistory(trx, { ...line, text, lineKey: `order-reminded:${order.orderId}:${step}` });
      return undefined;
    } catch (error) {
      if (!(error instanceof AuthorityDown)) throw error;
      await deleteReminder(trx, order.orderId, step);
      const fault = faultOf(error, order.hidden);
      await updateOrder(trx, order.orderId, { fault: fault.message });
      if (lastTry) await addHistory(trx, { ...line, text: fault.message, lineKey: `remind-fault:${order.orderId}:${step}` });
      return fault;
    }
  });
  if (failed) throw failed;
};
