// What a person owes for a decision, and what has been paid. Amounts in cents.
import type { Knex } from 'knex';

export default {
  up: async (db: Knex): Promise<void> => {
    await db.raw(`
create table fees (
  fee_id uuid primary key default gen_random_uuid(),
  case_id uuid not null references cases,
  -- What it is for; set once per case.
  service text not null,
  amount bigint not null check (amount >= 0),
  norm text not null,
  set_at timestamptz not null,
  unique (case_id, service)
);

create table payments (
  payment_id uuid primary key,
  case_id uuid not null references cases,
  amount bigint not null check (amount > 0),
  -- KASSE | UEBERWEISUNG
  method text not null,
  paid_at timestamptz not null,
  taken_by text not null
);
create index payments_case on payments (case_id);
`);
  },
  down: async (db: Knex): Promise<void> => {
    await db.raw('drop table payments, fees');
  },
};
