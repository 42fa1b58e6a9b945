// Questions to other authorities and their answers. One row per question: its business key makes it go out once, however often a job is delivered.
import type { Knex } from 'knex';

export default {
  up: async (db: Knex): Promise<void> => {
    await db.raw(`
create table authority_orders (
  order_id uuid primary key default gen_random_uuid(),
  business_key text not null unique,
  case_id uuid not null references cases,
  -- The wait that asks; none for the register of foreigners, which answers at once.
  warte_id uuid references waits,
  -- BA | BVA | AZR | BDR | RP
  authority text not null,
  occasion text not null,
  round int not null,
  element_id text not null,
  -- Of a hidden matter or a security query: in nobody's figures, and its answer is not kept here.
  hidden boolean not null default false,
  created_at timestamptz not null,
  sent_at timestamptz,
  reference text,
  -- When the simulation answers; null: it stays silent. A real authority leaves it empty.
  due timestamptz,
  answered_at timestamptz,
  answer text,
  -- False for an answer that found no open wait; the next question on the same occasion takes it.
  delivered boolean not null default true,
  -- Silence counts as consent from here on.
  deemed_at timestamptz,
  attempts int not null default 0,
  -- Why it has not gone out, for people.
  fault text
);
create index authority_orders_case on authority_orders (case_id, authority, occasion);
create index authority_orders_wait on authority_orders (warte_id);
create index authority_orders_open on authority_orders (authority, due) where sent_at is not null and answered_at is null and deemed_at is null;

create table authority_reminders (
  order_id uuid not null references authority_orders,
  step text not null,
  sent_at timestamptz not null,
  primary key (order_id, step)
);

-- How the simulated authorities behave in the demo; no row: as usual.
create table authority_modes (
  authority text primary key,
  mode text not null,
  answer text
);
`);
  },
  down: async (db: Knex): Promise<void> => {
    await db.raw('drop table authority_modes, authority_reminders, authority_orders');
  },
};
