// A record is stored once it is known to be read, and applied in the same breath where it can be: how far a partition is stored stands beside how far it
// is applied, so nobody asks the records for it. Steps between two states of an element are read no more. And no query asks elements by their id and
// time, by instance alone, or jobs by instance: those indexes only made each record dearer.
import type { Knex } from 'knex';

export default {
  up: async (db: Knex): Promise<void> => {
    await db.raw(`
alter table record_epochs add column stored_position bigint not null default -1;
update record_epochs e set stored_position = coalesce((select max(position) from records r where r.partition_id = e.partition_id and r.epoch = e.epoch), -1);

drop index engine_elements_element, engine_elements_instance, engine_elements_open, engine_jobs_instance;
update engine_elements set state = 'active' where state in ('activating', 'completing', 'terminating');
alter table engine_elements drop column flow_scope_key, drop constraint engine_elements_state_check,
  add constraint engine_elements_state_check check (state in ('active', 'completed', 'terminated', 'taken'));
create index engine_elements_open on engine_elements (process_instance_key) where state = 'active';
`);
  },
  down: async (db: Knex): Promise<void> => {
    await db.raw(`
drop index engine_elements_open;
alter table engine_elements add column flow_scope_key text not null default '', drop constraint engine_elements_state_check,
  add constraint engine_elements_state_check check (state in ('activating', 'active', 'completing', 'completed', 'terminating', 'terminated', 'taken'));
create index engine_elements_open on engine_elements (process_instance_key) where state in ('activating', 'active', 'completing');
create index engine_elements_instance on engine_elements (process_instance_key);
create index engine_elements_element on engine_elements (element_id, activated_at);
create index engine_jobs_instance on engine_jobs (process_instance_key);
alter table record_epochs drop column stored_position;
`);
  },
};
