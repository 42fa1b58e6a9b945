/** Fees: what a decision costs, and what has been paid. What other features may call. */

export { feesOfCase, paymentsOfCase } from './store.ts';
export { takePayment } from './take-payment.ts';
export { feeOf, viewFee } from './view-fee.ts';
