// A letter is a document: its window bears the name and address it was written to, whatever is corrected later. For letters that are there already they
// are what the record said on their day.
import type { Knex } from 'knex';

export default {
  up: async (db: Knex): Promise<void> => {
    const then = (field: string): string => `coalesce(
      (select change.old from person_changes change
        where change.person_id = base.person_id and change.field = '${field}' and change.at > letters.at order by change.change_id limit 1),
      base.details->'${field}') #>> '{}'`;
    await db.raw(`
alter table letters add column addressee jsonb;
update letters set addressee = written.addressee
  from (
    select letters.letter_id, coalesce(letters.recipient, jsonb_build_object(
             'name', concat_ws(' ', nullif(${then('vornamen')}, ''), nullif(${then('familienname')}, '')),
             'address', coalesce(${then('anschrift')}, ''))) as addressee
      from letters join cases using (case_id) join persons using (person_id)
      -- A case that came to another record later: its letters were written to the one it came from.
      left join lateral (
        select merged_id, before from person_merges where cases.case_id = any(case_ids) and at > letters.at order by at limit 1) merge on true
      cross join lateral (
        select coalesce(merge.merged_id, persons.person_id) as person_id,
               coalesce(merge.before->'merged'->'details', persons.details) as details) base
  ) written
 where written.letter_id = letters.letter_id;
alter table letters alter column addressee set not null;
`);
  },
  down: async (db: Knex): Promise<void> => {
    await db.raw('alter table letters drop column addressee');
  },
};
