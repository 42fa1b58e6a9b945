// Who is likely the same human being is found by the keys of the search, as everybody else who looks for a person: folds, sounds, dates and numbers in
// one place. What intake compared by before is gone.
import type { Knex } from 'knex';

export default {
  up: async (db: Knex): Promise<void> => {
    await db.raw('drop index persons_birth; alter table persons drop column name_folded, drop column pass_key, drop column azr_key');
  },
  down: async (db: Knex): Promise<void> => {
    await db.raw(`
alter table persons
  add column name_folded text not null default '',
  add column pass_key text generated always as (nullif(upper(regexp_replace(details->>'passNummer', '[^A-Za-z0-9]', '', 'g')), '')) stored,
  add column azr_key text generated always as (nullif(upper(regexp_replace(details->>'azrNummer', '[^A-Za-z0-9]', '', 'g')), '')) stored;
update persons set name_folded = lower(listed_name);
alter table persons alter column name_folded drop default;
create index persons_same on persons (name_folded, geburtsdatum);
create index persons_birth on persons (geburtsdatum);
create index persons_pass on persons (pass_key) where pass_key is not null;
create index persons_azr on persons (azr_key) where azr_key is not null;
`);
  },
};
