/** Commands to the engine, written in the transaction that needs them and sent after it. */
export { type OutboxOptions, startOutbox } from './outbox-runner.ts';
export { startSending } from './send-at-once.ts';
export { countPending, dropCommand, findFailed, listFailed, lockFailed, retryCommand, type StuckCommand } from './store.ts';
