import { addHistory, getCase } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import type { Transaction } from '../engine/contracts.ts';
import { getRow } from '../office/index.ts';
import { nowOf } from '../platform/clock.ts';
import { findWait } from '../waits/index.ts';
import { AuthorityDown, callAuthority, faultOf, type Receipt } from './adapter.ts';
import { adapterOf } from './adapters.ts';
import { SIMULATION } from './authority.ts';
import { findUndelivered, lockOrInsertOrder, type OrderRow, updateOrder } from './store.ts';
import { tellWait } from './take-answer.ts';

export type PlaceOrder = {
  /** Which question this is: asked once, however often a job is delivered. */
  businessKey: string;
  caseId: string;
  warteId: string | null;
  authority: string;
  occasion: string;
  elementId: string;
  /** A security query leaves no line in the history. */
  hidden?: boolean;
  /** For the history; null: the caller writes it. */
  text: string | null;
  /** If this fails, the case stands still: then its history says why. */
  lastTry: boolean;
};

type OrderDeps = Pick<Deps, 'db' | 'clock' | 'commands'>;

export type Placed = { order: OrderRow; receipt?: Receipt };

/**
 * What came while nobody was waiting answers the new question: it need not be asked again. Not so where
 * silence is consent: after its time it has counted, and a new question is another one.
 */
const takeEarlierAnswer = async (trx: Transaction, deps: OrderDeps, order: OrderRow, at: Date): Promise<boolean> => {
  const earlier = order.warteId && !getRow('behoerden', order.authority).fiktion ? await findUndelivered(trx, order) : undefined;
  if (!earlier?.answer || !order.warteId) return false;
  await updateOrder(trx, earlier.orderId, { delivered: true });
  await updateOrder(trx, order.orderId, { sentAt: at, answeredAt: at, answer: earlier.answer, fault: null });
  await tellWait(trx, deps, { ...order, warteId: order.warteId }, earlier.answer);
  return true;
};

/**
 * Asks another authority, once per business key. The order's row is held while the call runs, so that of two deliveries of one job the second
 * finds it sent. A call that fails is noted and thrown on as AuthorityDown: the job fails and comes again.
 */
export const placeOrder = async (deps: OrderDeps, wanted: PlaceOrder, connectTo = adapterOf): Promise<Placed> => {
  const at = nowOf(deps);
  const { caseId, elementId } = wanted;
  const outcome = await deps.db.transaction(async (trx): Promise<Placed | AuthorityDown> => {
    const hidden = wanted.hidden || (await getCase(trx, caseId)).hidden;
    const order = await lockOrInsertOrder(trx, { ...wanted, hidden }, at);
    if (order.sentAt) return { order };
    if (!hidden && (await takeEarlierAnswer(trx, deps, order, at))) return { order };
    const until = (wanted.warteId && (await findWait(trx, wanted.warteId))?.until) || null;
    // On our own connection: a second one from the pool, wanted by everybody at once, would never come.
    const adapter = connectTo({ ...deps, db: trx }, wanted.authority);
    try {
      const receipt = await callAuthority(wanted.authority, (signal) => adapter.submit({ ...order, until }, signal));
      const { reference, due, answer } = receipt;
      await updateOrder(trx, order.orderId, {
        sentAt: at,
        reference,
        due,
        attempts: order.attempts + 1,
        fault: null,
        ...(answer === undefined ? {} : { answeredAt: at, answer }),
      });
      if (wanted.text) await addHistory(trx, { caseId, at, text: wanted.text, elementId, by: 'Lotse', lineKey: `order:${order.orderId}` });
      return { order, receipt };
    } catch (error) {
      if (!(error instanceof AuthorityDown)) throw error;
      const fault = faultOf(error, hidden);
      await updateOrder(trx, order.orderId, { attempts: order.attempts + 1, fault: fault.message });
      const text = `${fault.message} Nach mehreren Versuchen steht der Vorgang still, bis die Technik es von Neuem versucht.`;
      const lineKey = `order-fault:${order.orderId}:${order.attempts + 1}`;
      if (wanted.lastTry) await addHistory(trx, { caseId, at, text, elementId, by: 'Lotse', lineKey });
      return fault;
    }
  });
  if (outcome instanceof AuthorityDown) throw outcome;
  return outcome;
};

/** How the history says that a question has gone out. */
export const askedText = (authority: string): string => `Anfrage an ${getRow('behoerden', authority).satz.an} gesendet (${SIMULATION})`;
