/** Objections: what a decision is attacked with, and what comes of it (P22). What other features may call. */
export { listObjections, type Objection } from './store.ts';
