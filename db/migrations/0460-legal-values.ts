// Which number of the law a case was decided with: the value, the day whose law counted, and the step that read it. The catalogue changes every year;
// what a decision rested on must not change with it.
import type { Knex } from 'knex';

export default {
  up: async (db: Knex): Promise<void> => {
    await db.raw(`
create table case_legal_values (
  case_id uuid not null references cases,
  value_key text not null,
  value jsonb not null,
  relevant_on date not null,
  element_id text not null,
  created_at timestamptz not null default now(),
  primary key (case_id, value_key, relevant_on, element_id, value)
);
`);
  },
  down: async (db: Knex): Promise<void> => {
    await db.raw('drop table case_legal_values');
  },
};
