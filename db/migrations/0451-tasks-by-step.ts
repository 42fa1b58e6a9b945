// The desk of the legal specialists asks for open tasks of a few steps, whatever else their groups have to do.
import type { Knex } from 'knex';

export default {
  up: async (db: Knex): Promise<void> => {
    await db.raw("create index tasks_open_step on tasks (element_id, due_at, task_id) where status = 'offen'");
  },
  down: async (db: Knex): Promise<void> => {
    await db.raw('drop index tasks_open_step');
  },
};
