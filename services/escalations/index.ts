/** Escalations: questions to the legal specialists (P21). What other features may call. */
export { type Escalation, listOpen } from './store.ts';
