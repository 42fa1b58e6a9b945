// Reading one person shows their family and who may be the same; those were read, too, and are found by data protection.
import type { Knex } from 'knex';

export default {
  up: async (db: Knex): Promise<void> => {
    await db.raw(
      `create index audit_persons on audit using gin ((payload -> 'persons') jsonb_path_ops) where payload -> 'persons' is not null`,
    );
  },
  down: async (db: Knex): Promise<void> => {
    await db.raw('drop index audit_persons');
  },
};
