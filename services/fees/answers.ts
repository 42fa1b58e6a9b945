import { type AnswerOf, id, list, maybe, moment, number, object, text } from '../platform/shape.ts';

/** Amounts are euros. */
export const fee = object({
  amount: number(),
  paid: number(),
  outstanding: number(),
  items: list(object({ service: text(), amount: number(), norm: text(), setAt: moment() })),
  payments: list(object({ amount: number(), method: text(), paidAt: moment() })),
});
export const takenPayment = object({ caseId: id(), paymentId: id(), fee: maybe(fee) });

export type Fee = AnswerOf<typeof fee>;
