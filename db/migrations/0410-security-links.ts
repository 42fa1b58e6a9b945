// Which hidden case watches over which ordinary one. Nothing else in the database says so, and only services/security reads it.
import type { Knex } from 'knex';

export default {
  up: async (db: Knex): Promise<void> => {
    await db.raw(`
create table security_links (
  hidden_case_id uuid primary key references cases,
  main_case_id uuid not null references cases,
  -- ERKENNTNISSE | UEBERFAELLIG | HINWEIS, in the order they came.
  grounds text[] not null,
  opened_at timestamptz not null,
  released_at timestamptz,
  -- When the ordinary case learned that it may go on.
  signalled_at timestamptz
);
create unique index security_links_open on security_links (main_case_id) where released_at is null;
create index security_links_main on security_links (main_case_id);
`);
  },
  down: async (db: Knex): Promise<void> => {
    await db.raw('drop table security_links');
  },
};
