import type { Transaction } from './contracts.ts';
import type { Payloads } from './define-command.ts';
import { type Envelope, insertCommand, insertHeld, insertPlain } from './outbox/store.ts';

export type CommandOptions = { key?: string; delayMs?: number };

/**
 * The outbox. A command added in a transaction exists exactly if that transaction commits, and is run soon after (about a millisecond), by this process or
 * a workers process. It may run twice and in any order. `key`: a second command with the same key replaces one that has not been started yet. `delayMs`: not
 * before this long from now (real time), for a command that asks again.
 */
export type Commands = {
  add: <Name extends keyof Payloads>(trx: Transaction, name: Name, payload: Payloads[Name], options?: CommandOptions) => Promise<void>;
};

/** Has made the queue know all commands, and sends what has committed; never rejects. */
export type Sender = {
  takes: (name: string) => boolean;
  send: (command: { id: string; name: string; envelope: Envelope }) => void;
};

/** A transaction within another one has committed when both have. */
const whenCommitted = async (trx: Transaction): Promise<void> => {
  for (let each: Transaction | undefined = trx; each; each = each.parentTransaction) await each.executionPromise;
};

/** `sendAtOnce`: from then on what this process commits it sends itself. */
export const createCommands = (): Commands & {
  sendAtOnce: (sender: Sender) => void;
} => {
  let sender: Sender | undefined;
  return {
    sendAtOnce: (given) => {
      sender = given;
    },
    add: async (trx, name, payload, options = {}) => {
      const envelope = { commandId: crypto.randomUUID(), payload };
      const mine = sender;
      if (!mine || options.key !== undefined || options.delayMs !== undefined) return insertCommand(trx, name, envelope, options);
      if (!mine.takes(name)) return insertPlain(trx, name, envelope);
      const id = await insertHeld(trx, name, envelope);
      whenCommitted(trx).then(
        () => mine.send({ id, name, envelope }),
        () => undefined,
      );
    },
  };
};
