// Decisions in the portal that nobody has opened yet are looked for every second: by an index that holds only those.
import type { Knex } from 'knex';

export default {
  up: async (db: Knex): Promise<void> => {
    await db.raw("create index letters_unread on letters (at) where zustellung = 'PORTAL' and bekanntgabe_am is null");
  },
  down: async (db: Knex): Promise<void> => {
    await db.raw('drop index letters_unread');
  },
};
