// The process map counts what is open now, among years of what has ended.
import type { Knex } from 'knex';

export default {
  up: async (db: Knex): Promise<void> => {
    await db.raw(`
create index engine_instances_active on engine_instances (plain_id, case_id) where state = 'active';
create index engine_elements_open on engine_elements (process_instance_key) where state in ('activating', 'active', 'completing');
`);
  },
  down: async (db: Knex): Promise<void> => {
    await db.raw('drop index engine_instances_active, engine_elements_open');
  },
};
