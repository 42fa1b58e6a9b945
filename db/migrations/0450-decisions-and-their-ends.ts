// What makes a decision final: how it was delivered, which remedy it names, the second check, questions to the legal specialists, objections.
import type { Knex } from 'knex';

export default {
  up: async (db: Knex): Promise<void> => {
    await db.raw(`
alter table letters
  -- POST | PZU | PORTAL | AUSHAENDIGUNG; null for letters that decide nothing.
  add column zustellung text,
  -- WIDERSPRUCH | KLAGE; null where none is open. Without an instruction on it the period is a year.
  add column rechtsbehelf text,
  add column belehrt boolean not null default true,
  -- From the certificate, or the day a clerk has noted for a letter that came later.
  add column zugestellt_am date,
  add column bestandskraft_ab date,
  -- Whom it is addressed to, if not to the person: the representative.
  add column recipient jsonb,
  -- Nobody opened that one in the portal, so this one went by post.
  add column resend_of uuid unique references letters;

alter table bescheide
  -- The office's clock may stand still between two drafts; their order must not.
  add column draft_number bigint generated always as identity,
  -- What the table asked for and what the draw gave: { pruefung, anteil, month, drawn }.
  add column second_check jsonb,
  -- BESTAETIGT | GEAENDERT | AUFGEHOBEN, and the objection that brought it.
  add column remedy_outcome text,
  add column remedy_case_id uuid references cases;

-- Keys the office makes for itself, once.
create table office_secrets (name text primary key, value text not null);

create table escalations (
  escalation_id uuid primary key default gen_random_uuid(),
  case_id uuid not null references cases,
  job_key text not null unique,
  -- The step somebody asks from.
  element_id text not null,
  asked_by text,
  question text not null,
  facts text not null,
  norm text not null,
  proposal text not null,
  wished_by date,
  hints jsonb not null default '[]',
  role text,
  due_at timestamptz,
  level int not null default 1,
  votum text,
  answer text,
  answered_by text,
  answered_at timestamptz,
  created_at timestamptz not null
);
create index escalations_case on escalations (case_id, created_at);

create table objections (
  case_id uuid primary key references cases,
  bescheid_id uuid references bescheide,
  received_on date not null,
  remedy_until date,
  in_time boolean not null,
  admissible boolean not null,
  outcome text,
  created_at timestamptz not null,
  ended_at timestamptz
);
create index objections_bescheid on objections (bescheid_id);
`);
  },
  down: async (db: Knex): Promise<void> => {
    await db.raw(`
drop table objections, escalations, office_secrets;
alter table bescheide drop column draft_number, drop column second_check, drop column remedy_outcome, drop column remedy_case_id;
alter table letters drop column zustellung, drop column rechtsbehelf, drop column belehrt, drop column zugestellt_am,
  drop column bestandskraft_ab, drop column recipient, drop column resend_of;
`);
  },
};
