// A trial used to keep its numbers inside sentences, where nobody can tell a small one from a large one. Those of open changes are made again.
import type { Knex } from 'knex';

export default {
  up: async (db: Knex): Promise<void> => {
    await db.raw('update process_changes set dry_run = null, dry_run_of = null where dry_run is not null');
  },
  down: async (): Promise<void> => {},
};
