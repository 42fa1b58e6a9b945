// Every list has its index: one per branch of services/cases/page-store.ts and order, so that the first page costs the same at a thousand and at
// a million rows. And a person of a hidden case is a record of its own: an ordinary case of the same person must neither be linked with it
// nor show what was entered there.
import type { Knex } from 'knex';

export default {
  up: async (db: Knex): Promise<void> => {
    await db.raw(`
alter table persons add column hidden boolean not null default false;

drop index tasks_open_due;
drop index tasks_open_groups;
drop index tasks_open_priority;
create index tasks_open_section_priority on tasks (section, priority, due_at, task_id) where status = 'offen';
create index tasks_open_section_created on tasks (section, created_at, task_id) where status = 'offen';
create index tasks_open_group on tasks ((candidate_groups[1]), due_at, task_id) where status = 'offen';
create index tasks_open_group_priority on tasks ((candidate_groups[1]), priority, due_at, task_id) where status = 'offen';
create index tasks_open_group_created on tasks ((candidate_groups[1]), created_at, task_id) where status = 'offen';
-- My group's tasks of another section are the few that were handed over; the planner takes the two for independent unless it is told.
create index tasks_open_section_group on tasks (section, (candidate_groups[1]), due_at, task_id) where status = 'offen';
create statistics tasks_section_group (mcv) on section, (candidate_groups[1]) from tasks;
create index tasks_open_many_groups on tasks (due_at, task_id) where status = 'offen' and cardinality(candidate_groups) > 1;
create index tasks_open_many_groups_priority on tasks (priority, due_at, task_id) where status = 'offen' and cardinality(candidate_groups) > 1;
create index tasks_open_many_groups_created on tasks (created_at, task_id) where status = 'offen' and cardinality(candidate_groups) > 1;
create index tasks_open_hidden on tasks (due_at, task_id) where status = 'offen' and hidden;

drop index cases_newest;
drop index cases_section;
drop index cases_owner;
create index cases_created on cases (section, created_at, case_id) where not hidden;
create index cases_status on cases (section, status, created_at, case_id) where not hidden;
create index cases_due on cases (section, deadline, case_id) where not hidden and deadline is not null;
create index cases_status_due on cases (section, status, deadline, case_id) where not hidden and deadline is not null;
create index cases_owner on cases (created_by, created_at, case_id);
create index cases_hidden on cases (created_at, case_id) where hidden;
create index cases_incidents on cases (section, created_at, case_id) where open_incidents > 0 and closed_at is null;
create index cases_aktenzeichen_trgm on cases using gin (aktenzeichen gin_trgm_ops);
`);
  },
  down: async (db: Knex): Promise<void> => {
    await db.raw(`
drop statistics tasks_section_group;
drop index tasks_open_section_group, tasks_open_section_priority, tasks_open_section_created, tasks_open_group, tasks_open_group_priority, tasks_open_group_created,
  tasks_open_many_groups, tasks_open_many_groups_priority, tasks_open_many_groups_created, tasks_open_hidden;
create index tasks_open_due on tasks (due_at, task_id) where status = 'offen';
create index tasks_open_groups on tasks using gin (candidate_groups) where status = 'offen';
create index tasks_open_priority on tasks (priority, due_at, task_id) where status = 'offen';
drop index cases_created, cases_status, cases_due, cases_status_due, cases_owner, cases_hidden, cases_incidents, cases_aktenzeichen_trgm;
create index cases_newest on cases (created_at desc, case_id desc);
create index cases_section on cases (section, status, created_at desc, case_id desc);
create index cases_owner on cases (created_by, created_at desc);
alter table persons drop column hidden;
`);
  },
};
