// How long things lie at a step is read over months of instances: by process and time, and of each only the places where something waits.
import type { Knex } from 'knex';

export default {
  up: async (db: Knex): Promise<void> => {
    await db.raw(`
create index engine_instances_spans on engine_instances (plain_id, ended_at);
create index engine_elements_waits on engine_elements (process_instance_key) include (element_id, activated_at, ended_at)
  where element_type in ('USER_TASK', 'RECEIVE_TASK', 'INTERMEDIATE_CATCH_EVENT', 'EVENT_BASED_GATEWAY', 'CALL_ACTIVITY');
`);
  },
  down: async (db: Knex): Promise<void> => {
    await db.raw('drop index engine_instances_spans, engine_elements_waits');
  },
};
