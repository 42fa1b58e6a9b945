// Sealing is a second write of every line of the trail: all lines of a call are written with one statement, and what is no change but the seal passes
// the guard without a function being called. Hashes, guard and rights stay what they were.
import type { Knex } from 'knex';

const sealed = (body: string): string =>
  `create or replace function audit_seal(most int) returns int language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
${body}
$$`;

export default {
  up: async (db: Knex): Promise<void> => {
    await db.raw(
      sealed(`
declare
  entry record;
  current text;
  place bigint;
  link bytea;
  ids bigint[] := '{}';
  places bigint[] := '{}';
  links bytea[] := '{}';
  hashes bytea[] := '{}';
begin
  if not pg_try_advisory_xact_lock(hashtext('lotse audit seal')) then return 0; end if;
  -- Chain by chain, so that each head is written once. An entry as JSON.stringify writes it, its place left out.
  for entry in
    select fresh.audit_id, fresh.chain, '[' || to_json(fresh.chain) || ',"' as before, '",' || concat_ws(',',
        to_json(fresh.audit_id::text),
        to_json(to_char(fresh.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')), to_json(fresh.actor), to_json(fresh.action),
        coalesce(to_json(fresh.case_id)::text, 'null'), coalesce(to_json(fresh.section)::text, 'null'),
        coalesce(to_json(fresh.object)::text, 'null'), coalesce(to_json(fresh.reason)::text, 'null'),
        to_json(fresh.outcome), to_json(fresh.payload::text)) || ']' as after
      from (select * from public.audit where seq is null order by audit_id limit most) fresh
     order by fresh.chain, fresh.audit_id
  loop
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
    ids := array_append(ids, entry.audit_id);
    places := array_append(places, place);
    links := array_append(links, link);
    link := sha256(link || convert_to(entry.before || place || entry.after, 'UTF8'));
    hashes := array_append(hashes, link);
  end loop;
  if current is null then return 0; end if;
  insert into public.audit_heads (chain, seq, hash) values (current, place, link)
    on conflict (chain) do update set seq = excluded.seq, hash = excluded.hash;
  update public.audit a set seq = s.place, prev = s.link, hash = s.hash
    from unnest(ids, places, links, hashes) as s (audit_id, place, link, hash) where a.audit_id = s.audit_id;
  return cardinality(ids);
end`),
    );
    await db.raw(`
drop trigger audit_only_grows on audit;
create trigger audit_only_grows before update on audit for each row
  when (not (old.seq is null and new.seq is not null
    and (new.audit_id, new.at, new.actor, new.action, new.outcome, new.payload, new.case_id, new.section, new.object, new.reason)
      is not distinct from (old.audit_id, old.at, old.actor, old.action, old.outcome, old.payload, old.case_id, old.section, old.object, old.reason)))
  execute function audit_guard();
create trigger audit_never_less before delete on audit for each row execute function audit_guard();
`);
  },
  down: async (db: Knex): Promise<void> => {
    await db.raw(`
drop trigger audit_never_less on audit;
drop trigger audit_only_grows on audit;
create trigger audit_only_grows before update or delete on audit for each row execute function audit_guard();
`);
    await db.raw(
      sealed(`
declare
  entry record;
  sealed int := 0;
  current text;
  place bigint;
  link bytea;
  digest bytea;
begin
  if not pg_try_advisory_xact_lock(hashtext('lotse audit seal')) then return 0; end if;
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
end`),
    );
  },
};
