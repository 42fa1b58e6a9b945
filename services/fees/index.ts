/** Fees: what a decision costs, and what has been paid. What other features may call. */
export { viewFee } from './view-fee.ts';
