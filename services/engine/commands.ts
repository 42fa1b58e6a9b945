import type { Transaction } from './contracts.ts';
import { insertCommand } from './outbox/store.ts';

/**
 * The outbox. A command added in a transaction exists exactly if that transaction commits, and is run soon after (about a millisecond) by a workers
 * process. It may run twice and in any order. `key`: a second command with the same key replaces one that has not been started yet.
 */
export type Commands = {
  add: (trx: Transaction, name: string, payload: Record<string, unknown>, options?: { key?: string }) => Promise<void>;
};

export const createCommands = (): Commands => ({
  add: (trx, name, payload, options = {}) => insertCommand(trx, name, { commandId: crypto.randomUUID(), payload }, options.key ?? null),
});
