// Folds and sounds stood in one text with a trigram index, which reads everybody whose sound shares three letters, and cannot say how many there are.
// Now every key of a person is a word of one tsvector: found whole or by its beginning, all parts of a search by one walk through one index. What is
// there is carried over, so that nobody is missing until the office, when it starts, makes the rows anew (parts within a word are new). A record that
// counts as another one has no keys of its own any more.
import type { Knex } from 'knex';

export default {
  up: async (db: Knex): Promise<void> => {
    await db.raw(`
delete from person_keys using persons where persons.person_id = person_keys.person_id and persons.merged_into is not null;
alter table person_keys add column keys tsvector;
update person_keys set keys = array_to_tsvector(array(
  select distinct key from (
    select case when word ~ '^[01]' then upper(word) else 'f' || word end from unnest(string_to_array(btrim(words), ' ')) word where word <> ''
    union all select 'w' || whole from unnest(wholes) whole
    union all select unnest(marks)
  ) as made (key) where octet_length(key) between 2 and 2000));
alter table person_keys alter column keys set not null;
alter table person_keys drop column words, drop column wholes, drop column marks;
-- Without a list of what is not sorted in yet: a search would read all of it.
create index person_keys_keys on person_keys using gin (keys) with (fastupdate = off);
`);
  },
  down: async (db: Knex): Promise<void> => {
    await db.raw(`
drop index person_keys_keys;
alter table person_keys drop column keys, add column words text not null default ' ', add column wholes text[] not null default '{}', add column marks text[] not null default '{}';
update person_keys set version = 0;
create index person_keys_words on person_keys using gin (words gin_trgm_ops);
create index person_keys_wholes on person_keys using gin (wholes);
create index person_keys_marks on person_keys using gin (marks);
`);
  },
};
