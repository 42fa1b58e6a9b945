import type { Database } from '../../../db/connection.ts';

export type KeyRow = { requestHash: Buffer; status: number | null; body: unknown };
type Key = { account: string; key: string };

/** Keys are real time, never the office clock: `clock_timestamp()` is right here. */
const lifetime = "interval '24 hours'";

/** Undefined when the key is new and now ours; else what stands under it. */
export const reserveKey = async (db: Database, { account, key }: Key, requestHash: Buffer): Promise<KeyRow | undefined> => {
  await db.raw(`delete from idempotency_keys where created_at < clock_timestamp() - ${lifetime}`);
  const { rows } = await db.raw<{ rows: object[] }>(
    'insert into idempotency_keys (account, key, request_hash) values (?, ?, ?) on conflict do nothing returning 1',
    [account, key, requestHash],
  );
  if (rows.length > 0) return undefined;
  return db('idempotency_keys').where({ account, key }).first({ requestHash: 'request_hash', status: 'status', body: 'body' });
};

export const keepAnswer = async (db: Database, { account, key }: Key, answer: { status: number; body: unknown }): Promise<void> => {
  await db('idempotency_keys')
    .where({ account, key })
    .update({ status: answer.status, body: answer.body === undefined ? null : JSON.stringify(answer.body) });
};

export const dropKey = async (db: Database, { account, key }: Key): Promise<void> => {
  await db('idempotency_keys').where({ account, key }).delete();
};
