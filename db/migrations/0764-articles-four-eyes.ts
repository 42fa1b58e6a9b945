// What the office goes by is read by a second person before it holds (P27: written, checked, published): who wrote what does not hold yet is kept, and
// none of them publishes it.
import type { Knex } from 'knex';

export default {
  up: async (db: Knex): Promise<void> => {
    await db.raw(`
alter table articles add column authors text[] not null default '{}';
update articles set authors = array[changed_by] where status = 'entwurf' or draft is not null;
`);
  },
  down: async (db: Knex): Promise<void> => {
    await db.raw('alter table articles drop column authors');
  },
};
