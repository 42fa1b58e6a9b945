/** Fees: what a decision costs, and what has been paid. What other features may call. */
export { takePayment } from './take-payment.ts';
export { viewFee } from './view-fee.ts';
