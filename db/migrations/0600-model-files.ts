// The texts that make up what is released, so that a change made in the browser outlives a restart, and the history of all releases:
// who, why, and every text before and after, so that any of them can be put back.
import type { Knex } from 'knex';

export default {
  up: async (db: Knex): Promise<void> => {
    await db.raw(`
create table model_files (
  path text primary key,
  -- null: removed in the browser while the repository still has the file, so that a restart does not bring it back.
  content text,
  -- Hash of the repository's file as it was last taken from there; null for a file born in the browser.
  repository_hash text,
  changed_at timestamptz not null default now(),
  changed_by text not null,
  check (content is not null or repository_hash is not null)
);

create table model_releases (
  release_no int primary key,
  kind text not null check (kind in ('repository', 'change', 'rollback')),
  -- Of the change it came from, or of the order to undo one: the same command run again finds what it has done.
  change_id uuid unique,
  title text not null,
  reason text not null,
  author text not null,
  approved_by text[] not null default '{}',
  at timestamptz not null default now(),
  files jsonb not null,
  parts jsonb not null,
  undone_by int references model_releases
);

-- A root deployed again has a new key in the engine; cases begun under a former one still belong to its release.
alter table releases add column former_keys text[] not null default '{}';
`);
  },
  down: async (): Promise<void> => {
    throw new Error('Migrations only go forward; restore a backup instead.');
  },
};
