import type { Transaction } from './contracts.ts';
import type { Payloads } from './define-command.ts';
import { insertCommand } from './outbox/store.ts';

export type CommandOptions = { key?: string; delayMs?: number };

/**
 * The outbox. A command added in a transaction exists exactly if that transaction commits, and is run soon after (about a millisecond) by a workers
 * process. It may run twice and in any order. `key`: a second command with the same key replaces one that has not been started yet. `delayMs`: not before
 * this long from now (real time), for a command that asks again.
 */
export type Commands = {
  add: <Name extends keyof Payloads>(trx: Transaction, name: Name, payload: Payloads[Name], options?: CommandOptions) => Promise<void>;
};

export const createCommands = (): Commands => ({
  add: (trx, name, payload, options = {}) => insertCommand(trx, name, { commandId: crypto.randomUUID(), payload }, options),
});
