// Papers that come when nobody waits for them make one task, not one each: a row must say that it came so. And the same
// bytes of the same kind are one paper, also when two uploads cross.
import type { Knex } from 'knex';

export default {
  up: async (db: Knex): Promise<void> => {
    await db.raw(`
alter table documents add column outside boolean not null default false;
create unique index documents_same on documents (case_id, type, sha256);
create index documents_outside on documents (case_id) where outside and looked_at is null;
`);
  },
  down: async (db: Knex): Promise<void> => {
    await db.raw('drop index documents_outside; drop index documents_same; alter table documents drop column outside');
  },
};
