import type { Reader, Transaction } from '../../db/connection.ts';

/** Amounts in cents. */
export type FeeRow = { feeId: string; caseId: string; service: string; amount: number; norm: string; setAt: Date };
export type PaymentRow = { paymentId: string; caseId: string; amount: number; method: string; paidAt: Date; takenBy: string };

const feeColumns = { feeId: 'fee_id', caseId: 'case_id', service: 'service', amount: 'amount', norm: 'norm', setAt: 'set_at' } as const;
const paymentColumns = {
  paymentId: 'payment_id',
  caseId: 'case_id',
  amount: 'amount',
  method: 'method',
  paidAt: 'paid_at',
  takenBy: 'taken_by',
} as const;

/** bigint comes as text. */
const withNumbers = <T extends { amount: number }>(rows: T[]): T[] => rows.map((row) => ({ ...row, amount: Number(row.amount) }));

export const listFees = async (db: Reader, caseId: string): Promise<FeeRow[]> =>
  withNumbers((await db('fees').select(feeColumns).where('case_id', caseId).orderBy('set_at')) as FeeRow[]);

export const listPayments = async (db: Reader, caseId: string): Promise<PaymentRow[]> =>
  withNumbers((await db('payments').select(paymentColumns).where('case_id', caseId).orderBy(['paid_at', 'payment_id'])) as PaymentRow[]);

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
