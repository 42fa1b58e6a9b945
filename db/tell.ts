import { ask, prepare } from './ask.ts';
import type { Transaction } from './connection.ts';

const notify = prepare('select pg_notify($1, $2)');

/** Several at once, in their order. */
export const tellAll = async (trx: Transaction, channel: string, texts: readonly string[]): Promise<void> => {
  if (texts.length > 0) await trx.raw('select pg_notify(?, text) from unnest(?::text[]) text', [channel, [...texts]]);
};

/** Tells all who listen on a channel (session.ts), when and only if the transaction commits. */
export const tell = async (trx: Transaction, channel: string, text: string): Promise<void> => {
  await ask(trx, notify, [channel, text]);
};
