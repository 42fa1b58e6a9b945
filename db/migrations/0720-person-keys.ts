// People are found however somebody writes them: every fold and sound of each of their names, dates and numbers, made by services/search. The rows
// of people who are there already are made when the office starts, because only the application knows how.
import type { Knex } from 'knex';

export default {
  up: async (db: Knex): Promise<void> => {
    await db.raw(`
create table person_keys (
  person_id uuid primary key references persons on delete cascade,
  -- As in persons: a search outside the circle reads this table alone.
  hidden boolean not null,
  -- Of the rules that made the row.
  version int not null,
  born text not null,
  -- The name and, behind it, former names and other spellings, as they are written: what is closest is told by them.
  names jsonb not null,
  words text not null,
  wholes text[] not null,
  marks text[] not null
);
create index person_keys_words on person_keys using gin (words gin_trgm_ops);
create index person_keys_wholes on person_keys using gin (wholes);
create index person_keys_marks on person_keys using gin (marks);
drop index persons_name_trgm;
`);
  },
  down: async (db: Knex): Promise<void> => {
    await db.raw('drop table person_keys; create index persons_name_trgm on persons using gin (name_folded gin_trgm_ops)');
  },
};
