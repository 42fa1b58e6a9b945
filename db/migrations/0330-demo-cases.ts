// The cases a demo office begins with are driven through the office step by step. How far each has come is kept, so that a start that was
// broken off goes on where it stopped. Empty everywhere else.
import type { Knex } from 'knex';

export default {
  up: async (db: Knex): Promise<void> => {
    await db.raw(`
create table demo_cases (
  key text primary key,
  case_id uuid references cases,
  steps_done int not null default 0,
  finished boolean not null default false
);
`);
  },
  down: async (db: Knex): Promise<void> => {
    await db.raw('drop table demo_cases');
  },
};
