// One person has many names: the one they bear, the one they were born with, those they bore before, other spellings and aliases
// (§ 64 (2) AufenthV). All of them stand in one table, so that whoever looks for a person looks in one place. And some people have one name only.
import type { Knex } from 'knex';

export default {
  up: async (db: Knex): Promise<void> => {
    await db.raw(`
create table person_names (
  person_name_id bigint generated always as identity primary key,
  person_id uuid not null references persons,
  -- aktuell | geburtsname | frueher | alias
  kind text not null,
  -- One of the two may be empty.
  familienname text not null default '',
  vornamen text not null default '',
  unique (person_id, kind, familienname, vornamen),
  check (familienname <> '' or vornamen <> '')
);
insert into person_names (person_id, kind, familienname, vornamen)
  select person_id, 'aktuell', familienname, vornamen from persons where familienname <> '' or vornamen <> '';
insert into person_names (person_id, kind, familienname, vornamen)
  select person_id, 'geburtsname', details->>'geburtsname', vornamen from persons where coalesce(details->>'geburtsname', '') <> '';

-- As lists show it: the family name first; a single name stands alone.
alter table persons add column listed_name text not null generated always as (
  case when familienname = '' then vornamen when vornamen = '' then familienname else familienname || ', ' || vornamen end
) stored;
`);
  },
  down: async (db: Knex): Promise<void> => {
    await db.raw('alter table persons drop column listed_name; drop table person_names');
  },
};
