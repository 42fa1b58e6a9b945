// An application in the portal is written in steps. What has been entered and uploaded is kept until it is sent, so that nobody starts anew.
import type { Knex } from 'knex';

export default {
  up: async (db: Knex): Promise<void> => {
    await db.raw(`
create table portal_drafts (
  account text primary key,
  -- As typed, by the name of each input; checked again when it is sent.
  typed jsonb not null default '{}',
  -- Real time, not the office clock: it says how long the entry has lain here.
  updated_at timestamptz not null default clock_timestamp()
);
create index portal_drafts_age on portal_drafts (updated_at);

create table portal_draft_files (
  file_id uuid primary key default gen_random_uuid(),
  account text not null references portal_drafts on delete cascade,
  type text not null,
  file_name text not null,
  media_type text not null,
  size int not null,
  sha256 text not null,
  content bytea not null,
  created_at timestamptz not null default clock_timestamp(),
  unique (account, type, sha256)
);
`);
  },
  down: async (db: Knex): Promise<void> => {
    await db.raw('drop table portal_draft_files, portal_drafts');
  },
};
