// A caller whose answer was lost sends the same request again under the same key, and what it does happens once. Real time: a key counts for a day.
import type { Knex } from 'knex';

export default {
  up: async (db: Knex): Promise<void> => {
    await db.raw(`
create table idempotency_keys (
  account text not null,
  key text not null,
  -- Of method, path, query and body: another request under the same key is a mistake of the caller.
  request_hash bytea not null,
  -- Null while the first request is being answered.
  status integer,
  body jsonb,
  created_at timestamptz not null default clock_timestamp(),
  primary key (account, key)
);
create index idempotency_keys_age on idempotency_keys (created_at);
`);
  },
  down: async (db: Knex): Promise<void> => {
    await db.raw('drop table idempotency_keys');
  },
};
