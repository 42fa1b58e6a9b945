import type { Transaction } from '../../db/connection.ts';
import { listOf, part, selected } from '../../db/parts.ts';

/** Amounts in cents. */
export type FeeRow = { feeId: string; caseId: string; service: string; amount: number; norm: string; setAt: Date };
export type PaymentRow = { paymentId: string; caseId: string; amount: number; method: string; paidAt: Date; takenBy: string };

const feeColumns = { feeId: 'fee_id', caseId: 'case_id', service: 'service', amount: 'amount', norm: 'norm', setAt: 'set_at' };
const paymentColumns = {
  paymentId: 'payment_id',
  caseId: 'case_id',
  amount: 'amount',
  method: 'method',
  paidAt: 'paid_at',
  takenBy: 'taken_by',
};

export const feesOfCase = part<FeeRow>(`select ${selected(feeColumns)} from fees where case_id = $1 order by set_at`, ['setAt']);

export const paymentsOfCase = part<PaymentRow>(
  `select ${selected(paymentColumns)} from payments where case_id = $1 order by paid_at, payment_id`,
  ['paidAt'],
);

export const listFees = listOf(feesOfCase);
export const listPayments = listOf(paymentsOfCase);

/** Once per case and service: the amount first set stands. True if it was set now. */
export const insertFee = async (trx: Transaction, fee: Omit<FeeRow, 'feeId'>): Promise<boolean> => {
  const rows = (await trx('fees')
    .insert({ case_id: fee.caseId, service: fee.service, amount: fee.amount, norm: fee.norm, set_at: fee.setAt })
    .onConflict(['case_id', 'service'])
    .ignore()
    .returning('fee_id')) as unknown[];
  return rows.length === 1;
};

export const insertPayment = async (trx: Transaction, payment: PaymentRow): Promise<void> => {
  await trx('payments').insert({
    payment_id: payment.paymentId,
    case_id: payment.caseId,
    amount: payment.amount,
    method: payment.method,
    paid_at: payment.paidAt,
    taken_by: payment.takenBy,
  });
};
