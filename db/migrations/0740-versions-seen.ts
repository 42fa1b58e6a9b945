// Where two people may have the same thing open, each says which version they saw, and the second is told who was faster.
import type { Knex } from 'knex';

export default {
  up: async (db: Knex): Promise<void> => {
    await db.raw(`
-- Counts every change of an article, of its draft, too; version counts what was published.
alter table articles add column revision int not null default 1;
-- Counts the days a person set; by whom and when the last one was.
alter table waits add column version int not null default 1, add column moved_by text, add column moved_at timestamptz;
alter table letters add column version int not null default 1, add column delivery_by text, add column delivery_at timestamptz;
-- Counts changes of title and reason: files count by themselves.
alter table process_changes add column words_version int not null default 1, add column words_by text, add column words_at timestamptz;
`);
  },
  down: async (db: Knex): Promise<void> => {
    await db.raw(`
alter table articles drop column revision;
alter table waits drop column version, drop column moved_by, drop column moved_at;
alter table letters drop column version, drop column delivery_by, drop column delivery_at;
alter table process_changes drop column words_version, drop column words_by, drop column words_at;
`);
  },
};
