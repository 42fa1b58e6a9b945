// Two records of different sections can be compared by few: whoever works on the one may ask the service, and everybody sees that it has been asked.
import type { Knex } from 'knex';

export default {
  up: async (db: Knex): Promise<void> => {
    await db.raw('alter table person_likely add column asked_at timestamptz, add column asked_by text, add column asked_for text');
  },
  down: async (db: Knex): Promise<void> => {
    await db.raw('alter table person_likely drop column asked_at, drop column asked_by, drop column asked_for');
  },
};
