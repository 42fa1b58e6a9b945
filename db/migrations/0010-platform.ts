// What every part stands on: browser sessions, the audit trail and the office's record of its staff.
import type { Knex } from 'knex';

export default {
  up: async (db: Knex): Promise<void> => {
    await db.raw(`
-- A sign-in on its way to the identity provider and back. The key is the hash of a cookie that only this browser holds.
create table sign_ins (
  browser_hash bytea primary key,
  state text not null,
  nonce text not null,
  code_verifier text not null,
  return_to text not null,
  created_at timestamptz not null default clock_timestamp()
);
create index sign_ins_age on sign_ins (created_at);

-- Only the hash of the session id is kept: who reads this table cannot become anyone.
create table sessions (
  session_hash bytea primary key,
  account text not null,
  claims jsonb not null,
  id_token text not null,
  created_at timestamptz not null default clock_timestamp(),
  seen_at timestamptz not null default clock_timestamp()
);
create index sessions_account on sessions (account);
create index sessions_age on sessions (seen_at);

-- Who can be given work. Groups are those of the newest token seen; teams and skills belong to the office.
create table staff (
  account text primary key,
  name text not null,
  groups text[] not null default '{}',
  groups_as_of timestamptz not null default '-infinity',
  teams text[] not null default '{}',
  skills text[] not null default '{}',
  active boolean not null default true,
  created_at timestamptz not null default clock_timestamp()
);
create index staff_groups on staff using gin (groups);

-- Rows come unsealed with the change they tell of; a moment later they get their place in the chain of their section.
create table audit (
  audit_id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  actor text not null,
  action text not null,
  case_id uuid,
  section text,
  object text,
  reason text,
  outcome text not null,
  payload jsonb not null default '{}',
  chain text generated always as (coalesce(section, 'office')) stored,
  seq bigint,
  prev bytea,
  hash bytea,
  check ((seq is null) = (hash is null) and (prev is null) = (hash is null))
);
create unique index audit_chain on audit (chain, seq) where seq is not null;
create index audit_unsealed on audit (audit_id) where seq is null;
create index audit_case on audit (case_id, audit_id);

-- The last link of each chain: without it, cutting off the newest rows would not show.
create table audit_heads (
  chain text primary key,
  seq bigint not null,
  hash bytea not null
);

create function audit_guard() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.seq is null and new.seq is not null
     and (new.audit_id, new.at, new.actor, new.action, new.outcome, new.payload)
       is not distinct from (old.audit_id, old.at, old.actor, old.action, old.outcome, old.payload)
     and (new.case_id, new.section, new.object, new.reason)
       is not distinct from (old.case_id, old.section, old.object, old.reason) then
    return new;
  end if;
  raise exception 'the audit trail only grows';
end $$;
create trigger audit_only_grows before update or delete on audit for each row execute function audit_guard();
create trigger audit_never_emptied before truncate on audit for each statement execute function audit_guard();
`);
  },
  down: async (db: Knex): Promise<void> => {
    await db.raw('drop table audit_heads, audit, staff, sessions, sign_ins; drop function audit_guard();');
  },
};
