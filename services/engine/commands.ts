import type { Transaction } from './contracts.ts';

/**
 * The outbox. A command added in a transaction exists exactly if that transaction commits, and is run soon after (about a millisecond) by a workers
 * process. It may run twice and in any order. `key`: a second command with the same key replaces one that has not been started yet.
 */
export type Commands = {
  add: (trx: Transaction, name: string, payload: Record<string, unknown>, options?: { key?: string }) => Promise<void>;
};

export const createCommands = (): Commands => ({
  add: async (trx, name, payload, options = {}) => {
    const envelope = { commandId: crypto.randomUUID(), payload };
    await trx.raw('select graphile_worker.add_job(identifier => ?, payload => ?::json, job_key => ?)', [
      name,
      JSON.stringify(envelope),
      options.key ?? null,
    ]);
  },
});
