import type { Transaction } from './connection.ts';

/** Tells all who listen on a channel (session.ts), when and only if the transaction commits. */
export const tell = async (trx: Transaction, channel: string, text: string): Promise<void> => {
  await trx.raw('select pg_notify(?, ?)', [channel, text]);
};
