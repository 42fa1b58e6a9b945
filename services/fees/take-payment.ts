import { randomUUID } from 'node:crypto';
import { addHistory, type CaseRow, lockCase, notifyCase, tellPayment } from '../cases/index.ts';
import type { Deps } from '../deps.ts';
import { rowHas } from '../office/index.ts';
import { audit } from '../platform/audit.ts';
import { nowOf } from '../platform/clock.ts';
import { Conflict, Invalid } from '../platform/errors.ts';
import { openWaits } from '../waits/index.ts';
import { insertPayment, listPayments } from './store.ts';
import { inWords, outstanding } from './view-fee.ts';

export type PaymentMethod = 'KASSE' | 'UEBERWEISUNG';
/** `amount` in cents. `paymentId`: made by whoever sends it; the same one again is the same payment. */
export type TakePayment = { paymentId?: string; amount: number; method: PaymentMethod; by: string };

const METHODS: Record<PaymentMethod, string> = { KASSE: 'an der Kasse', UEBERWEISUNG: 'als Überweisung' };

/**
 * Books a payment once. What is sent again after all has been paid is the payment already there, if it says the same; more than is owed
 * is refused. When nothing is owed any more, the wait for it ends.
 */
export const takePayment = (
  deps: Pick<Deps, 'db' | 'clock' | 'commands'>,
  { caseId }: Pick<CaseRow, 'caseId'>,
  { paymentId = randomUUID(), amount, method, by }: TakePayment,
): Promise<{ paymentId: string; created: boolean }> =>
  deps.db.transaction(async (trx) => {
    const found = await lockCase(trx, caseId);
    if (!found) throw new Conflict('Den Vorgang gibt es nicht mehr.');
    const note = (outcome: 'booked' | 'there before') =>
      audit(trx, {
        actor: by,
        action: 'take payment',
        caseId,
        section: found.section,
        outcome: 'done',
        payload: { amount, method, outcome },
      });
    const payments = await listPayments(trx, caseId);
    const due = await outstanding(trx, caseId);
    const same =
      payments.find((each) => each.paymentId === paymentId) ??
      (due === 0 ? payments.findLast((each) => each.amount === amount && each.method === method) : undefined);
    if (same) {
      await note('there before');
      return { paymentId: same.paymentId, created: false };
    }
    if (due === 0) throw new Conflict('In diesem Vorgang ist keine Zahlung offen.');
    if (amount > due) {
      throw new Invalid(`Offen sind nur ${inWords(due)}.`, [{ field: 'amount', message: `höchstens ${inWords(due)}` }]);
    }
    const paidAt = nowOf(deps);
    await insertPayment(trx, { paymentId, caseId, amount, method, paidAt, takenBy: by });
    const left = due - amount;
    const text = `Zahlung eingegangen ${METHODS[method]}: ${inWords(amount)}${left > 0 ? `, offen bleiben ${inWords(left)}` : ''}`;
    await addHistory(trx, { caseId, at: paidAt, text, by, lineKey: `payment:${paymentId}` });
    if (left === 0)
      for (const wait of await openWaits(trx, caseId))
        if (rowHas('fristen', wait.kind, 'zahlungErwartet')) await tellPayment(trx, deps, wait);
    await note('booked');
    await notifyCase(trx, found);
    return { paymentId, created: true };
  });
