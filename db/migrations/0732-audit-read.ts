// The trail is read by data protection: by who acted, by day, by what was refused, and by the person whose data were in a list somebody read.
import type { Knex } from 'knex';

export default {
  up: async (db: Knex): Promise<void> => {
    await db.raw(`
set local maintenance_work_mem = '256MB';
create index audit_actor on audit (actor, audit_id);
-- Entries come in the order of their times.
create index audit_at on audit using brin (at);
create index audit_refused on audit (audit_id) where outcome <> 'done';
-- Lists and searches note whose cases were in them.
create index audit_hits on audit using gin ((coalesce(payload -> 'hits', payload -> 'cases')) jsonb_path_ops)
  where coalesce(payload -> 'hits', payload -> 'cases') is not null;
`);
  },
  down: async (db: Knex): Promise<void> => {
    await db.raw('drop index audit_actor, audit_at, audit_refused, audit_hits');
  },
};
