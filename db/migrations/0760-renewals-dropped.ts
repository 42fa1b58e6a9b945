// A renewal that was booked is dropped where the person has applied anew. Whose application that was may turn out to be somebody else's: then the
// renewal is booked again, so it is kept which case it gave way to.
import type { Knex } from 'knex';

export default {
  up: async (db: Knex): Promise<void> => {
    await db.raw(`
alter table waits add column superseded_by uuid references cases;
create index waits_superseded on waits (superseded_by) where superseded_by is not null;
`);
  },
  down: async (db: Knex): Promise<void> => {
    await db.raw('alter table waits drop column superseded_by');
  },
};
