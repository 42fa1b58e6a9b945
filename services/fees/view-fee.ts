import type { Reader } from '../../db/connection.ts';
import type { Fee } from './answers.ts';
import { type FeeRow, listFees, listPayments, type PaymentRow } from './store.ts';

const euros = (cents: number): number => cents / 100;

/** 10050 → `100,50 Euro`. */
export const inWords = (cents: number): string =>
  `${new Intl.NumberFormat('de-DE', { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(cents / 100)} Euro`;

/** Cents still owed; 0 when nothing was set or all is paid. */
export const outstanding = async (db: Reader, caseId: string): Promise<number> => {
  const [fees, payments] = await Promise.all([listFees(db, caseId), listPayments(db, caseId)]);
  const sum = (rows: readonly { amount: number }[]): number => rows.reduce((total, row) => total + row.amount, 0);
  return Math.max(0, sum(fees) - sum(payments));
};

export const viewFee = async (db: Reader, caseId: string): Promise<Fee | null> =>
  feeOf(...(await Promise.all([listFees(db, caseId), listPayments(db, caseId)])));

/** What a case costs, in euros; null until an amount is set. */
export const feeOf = (fees: readonly FeeRow[], payments: readonly PaymentRow[]): Fee | null => {
  if (fees.length === 0) return null;
  const amount = fees.reduce((total, fee) => total + fee.amount, 0);
  const paid = payments.reduce((total, payment) => total + payment.amount, 0);
  return {
    amount: euros(amount),
    paid: euros(paid),
    outstanding: euros(Math.max(0, amount - paid)),
    items: fees.map((fee) => ({ service: fee.service, amount: euros(fee.amount), norm: fee.norm, setAt: fee.setAt.toISOString() })),
    payments: payments.map((payment) => ({
      amount: euros(payment.amount),
      method: payment.method,
      paidAt: payment.paidAt.toISOString(),
    })),
  };
};
