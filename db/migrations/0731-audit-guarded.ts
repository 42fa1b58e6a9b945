// The trail is kept from whoever writes it: its place in the chain is given by a function of the owner, so that the application needs no right to change
// a row or a head. Nothing of what is stored changes, however much that is.
import type { Knex } from 'knex';

export default {
  up: async (db: Knex): Promise<void> => {
    await db.raw(`
-- Gives entries that are new their place; the formula is that of services/platform/audit-chain-store.ts, which verifies it. Text by text as JSON.stringify writes it.
create function audit_seal(most int) returns int language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  entry record;
  sealed int := 0;
  current text;
  place bigint;
  link bytea;
  digest bytea;
begin
  if not pg_try_advisory_xact_lock(hashtext('lotse audit seal')) then return 0; end if;
  -- Chain by chain, so that each head is written once.
  for entry in select * from (select * from public.audit where seq is null order by audit_id limit most) fresh order by chain, audit_id loop
    if entry.chain is distinct from current then
      if current is not null then
        insert into public.audit_heads (chain, seq, hash) values (current, place, link)
          on conflict (chain) do update set seq = excluded.seq, hash = excluded.hash;
      end if;
      current := entry.chain;
      select h.seq, h.hash into place, link from public.audit_heads h where h.chain = current;
      if not found then
        place := 0;
        link := decode(repeat('00', 32), 'hex');
      end if;
    end if;
    place := place + 1;
    digest := sha256(link || convert_to('[' || concat_ws(',',
      to_json(entry.chain), to_json(place::text), to_json(entry.audit_id::text),
      to_json(to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')), to_json(entry.actor), to_json(entry.action),
      coalesce(to_json(entry.case_id)::text, 'null'), coalesce(to_json(entry.section)::text, 'null'),
      coalesce(to_json(entry.object)::text, 'null'), coalesce(to_json(entry.reason)::text, 'null'),
      to_json(entry.outcome), to_json(entry.payload::text)) || ']', 'UTF8'));
    update public.audit set seq = place, prev = link, hash = digest where audit_id = entry.audit_id;
    link := digest;
    sealed := sealed + 1;
  end loop;
  if current is not null then
    insert into public.audit_heads (chain, seq, hash) values (current, place, link)
      on conflict (chain) do update set seq = excluded.seq, hash = excluded.hash;
  end if;
  return sealed;
end $$;
revoke all on function audit_seal(int) from public;

create function audit_heads_guard() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.chain = old.chain and new.seq > old.seq then return new; end if;
  raise exception 'the audit trail only grows';
end $$;
create trigger audit_heads_only_grow before update or delete on audit_heads for each row execute function audit_heads_guard();
create trigger audit_heads_never_emptied before truncate on audit_heads for each statement execute function audit_heads_guard();

-- What each look at the whole trail found; newest last. Fault null: it is whole.
create table audit_checks (
  check_id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  entries bigint not null,
  fault text
);
`);
  },
  down: async (db: Knex): Promise<void> => {
    await db.raw(`
drop table audit_checks;
drop trigger audit_heads_never_emptied on audit_heads;
drop trigger audit_heads_only_grow on audit_heads;
drop function audit_heads_guard();
drop function audit_seal(int);
`);
  },
};
