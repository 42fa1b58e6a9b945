// Changes to models from the first draft to their release: who wrote what, who let it through, what was tried out before, and whom it was told to.
import type { Knex } from 'knex';

export default {
  up: async (db: Knex): Promise<void> => {
    await db.raw(`
create table process_changes (
  change_id uuid primary key default gen_random_uuid(),
  number int generated always as identity unique,
  title text not null,
  reason text not null default '',
  state text not null default 'entwurf'
    check (state in ('entwurf', 'zur-freigabe', 'freigegeben', 'in-kraft', 'zurueckgegeben', 'verworfen', 'gescheitert')),
  class text check (class in ('layout', 'text', 'number', 'rule', 'flow')),
  legal boolean not null default false,
  authors text[] not null,
  approvals jsonb not null default '[]',
  created_at timestamptz not null,
  changed_at timestamptz not null,
  submitted_at timestamptz,
  release_no int,
  failure text,
  dry_run jsonb,
  -- Fingerprint of the texts that were tried out: with any other text the trial no longer counts.
  dry_run_of text
);
create index process_changes_state on process_changes (state, changed_at desc);

-- No content means: this file is to go. The base is the live text it was made from; none means: the file is new.
create table change_files (
  change_id uuid not null references process_changes,
  path text not null,
  content text,
  base_content text,
  base_hash text,
  version int not null default 1,
  saved_at timestamptz not null,
  saved_by text not null,
  primary key (change_id, path)
);

create table change_events (
  event_id bigint generated always as identity primary key,
  change_id uuid not null references process_changes,
  at timestamptz not null,
  by text not null,
  what text not null,
  text text not null default ''
);
create index change_events_change on change_events (change_id, event_id);

-- A person wants a former release back; the engine may be away, so it is done by a command.
create table release_undos (
  -- A new one for every order: the same order again does nothing twice.
  undo_id uuid not null default gen_random_uuid(),
  release_no int primary key,
  requested_by text not null,
  requested_at timestamptz not null,
  reason text not null,
  undone_by_release int,
  failure text
);

create table release_notes (
  note_id uuid primary key default gen_random_uuid(),
  release_no int not null unique,
  at timestamptz not null,
  title text not null,
  text text not null,
  processes jsonb not null,
  groups text[] not null
);
create index release_notes_at on release_notes (at desc);

create table release_note_reads (
  note_id uuid not null references release_notes,
  account text not null,
  read_at timestamptz not null,
  primary key (note_id, account)
);
`);
  },
  down: async (db: Knex): Promise<void> => {
    await db.raw(
      'drop table release_note_reads; drop table release_notes; drop table release_undos; drop table change_events; drop table change_files; drop table process_changes;',
    );
  },
};
