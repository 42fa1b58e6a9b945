import { randomBytes } from 'node:crypto';
import type { Transaction } from '../../db/connection.ts';

/** A key the office made for itself once; it never changes, or old draws could not be checked any more. */
export const keepSecret = async (trx: Transaction, name: string): Promise<string> => {
  await trx('office_secrets')
    .insert({ name, value: randomBytes(32).toString('base64url') })
    .onConflict('name')
    .ignore();
  const row = (await trx('office_secrets').where({ name }).first('value')) as { value: string } | undefined;
  if (!row) throw new Error('the secret just kept is not there');
  return row.value;
};
