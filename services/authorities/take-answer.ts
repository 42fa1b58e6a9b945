import { addHistory, lockCase, tellAuthorityAnswer } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import type { Transaction } from '../engine/contracts.ts';
import { getRow } from '../office/index.ts';
import { nowOf } from '../platform/clock.ts';
import { findWait, openWaits, type Wait } from '../waits/index.ts';
import type { Answer } from './adapter.ts';
import { answerCodes, nameOfAnswer, SIMULATION } from './authority.ts';
import { findOrderOfWait, lockOrder, type OrderRow, updateOrder } from './store.ts';

type AnswerDeps = Pick<Deps, 'clock' | 'commands'>;

/** Hands the answer to the process that waits for it. */
export const tellWait = async (
  trx: Transaction,
  deps: Pick<Deps, 'commands'>,
  { caseId, warteId, authority }: Pick<OrderRow, 'caseId' | 'authority'> & { warteId: string },
  answer: string,
): Promise<void> => {
  const { nachricht } = getRow('behoerden', authority);
  if (nachricht) await tellAuthorityAnswer(trx, deps, { warteId, caseId }, { nachricht, answer });
};

/** The order's own wait; if that has run out, the one that asks the same anew. */
const findAsking = async (trx: Transaction, order: OrderRow): Promise<Wait | undefined> => {
  const own = order.warteId ? await findWait(trx, order.warteId) : undefined;
  if (!own?.endedAt) return own;
  for (const wait of await openWaits(trx, order.caseId)) {
    if (await findOrderOfWait(trx, wait.warteId, order.authority)) return wait;
  }
  return undefined;
};

/** A security query's answer is for services/security; here stays only that there was one. */
const passOn = (trx: Transaction, deps: AnswerDeps, { caseId, orderId, authority }: OrderRow, answer: string): Promise<void> => {
  const finding = getRow('behoerden', authority).antworten.some(({ code, erkenntnis }) => code === answer && erkenntnis === true);
  return deps.commands.add(trx, 'take-security-answer', { caseId, orderId, finding });
};

/**
 * An authority has answered. Counts once; false if it had answered before. Whoever waits is told, the history says it. After the wait has
 * ended (silence counted as consent, the case was withdrawn) it is only noted.
 */
export const takeAnswer = async (trx: Transaction, deps: AnswerDeps, { orderId, answer, at }: Answer): Promise<boolean> => {
  const order = await lockOrder(trx, orderId);
  if (!order || order.answeredAt) return false;
  if (!answerCodes(order.authority).includes(answer)) throw new Error(`${order.authority} answers no ${answer}`);
  if (getRow('behoerden', order.authority).sicherheit) {
    await updateOrder(trx, orderId, { answeredAt: at });
    await passOn(trx, deps, order, answer);
    return true;
  }
  await lockCase(trx, order.caseId);
  const asking = await findAsking(trx, order);
  await updateOrder(trx, orderId, { answeredAt: at, answer: order.hidden ? null : answer, delivered: asking !== undefined });
  if (asking) {
    await tellWait(trx, deps, { ...order, warteId: asking.warteId }, answer);
    const repeated = asking.warteId === order.warteId ? undefined : await findOrderOfWait(trx, asking.warteId, order.authority);
    if (repeated && !repeated.answeredAt) await updateOrder(trx, repeated.orderId, { answeredAt: at, answer });
  }
  const { von } = getRow('behoerden', order.authority).satz;
  await addHistory(trx, {
    caseId: order.caseId,
    at: nowOf(deps),
    text: `Antwort ${von}${asking ? '' : ', es wurde nicht mehr darauf gewartet'}: ${nameOfAnswer(order.authority, answer)} (${SIMULATION})`,
    elementId: order.elementId,
    by: 'Lotse',
    lineKey: `order-answered:${orderId}`,
  });
  return true;
};
