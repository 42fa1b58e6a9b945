// The office's own records: people, cases, waits, papers, letters, tasks. Engine state lives in the tables of 0100.
import type { Knex } from 'knex';

export default {
  up: async (db: Knex): Promise<void> => {
    await db.raw(`
create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- One number circle per year for ordinary and one for hidden cases, so that a gap never tells of a hidden one.
create table aktenzeichen_counters (
  circle text not null, year int not null, last_number int not null default 0,
  primary key (circle, year)
);

create table persons (
  person_id uuid primary key default gen_random_uuid(),
  family_id uuid not null default gen_random_uuid(),
  -- The applicant's fields of intake, under their form names. Personal data stay in this database.
  details jsonb not null,
  familienname text not null,
  vornamen text not null,
  geburtsdatum text not null,
  -- Folded for the duplicate check and search: lower case, umlauts written out, other marks stripped.
  name_folded text not null,
  created_at timestamptz not null
);
create index persons_same on persons (name_folded, geburtsdatum);
create index persons_family on persons (family_id);
create index persons_name_trgm on persons using gin (name_folded gin_trgm_ops);

create table cases (
  case_id uuid primary key,
  aktenzeichen text not null unique,
  person_id uuid not null references persons,
  anliegen text not null,
  hidden boolean not null default false,
  -- neu | in-bearbeitung | wartet | abgeschlossen | zurueckgenommen; an open incident shows as stoerung.
  status text not null default 'neu',
  open_incidents int not null default 0,
  outcome text,
  section text, team text, role text, process text, release int,
  priority int, deadline timestamptz,
  clerk text,
  routing jsonb,
  -- Receipt date and Fiktion stay through every reassignment.
  received_at timestamptz not null,
  fiktion jsonb,
  facts jsonb not null default '{}',
  created_by text not null,
  renewal_of uuid references cases,
  root_instance_key text unique,
  created_at timestamptz not null,
  closed_at timestamptz
);
create unique index cases_one_renewal on cases (renewal_of) where renewal_of is not null;
create index cases_person on cases (person_id);
create index cases_newest on cases (created_at desc, case_id desc);
create index cases_section on cases (section, status, created_at desc, case_id desc);
create index cases_owner on cases (created_by, created_at desc);

create table case_history (
  history_id bigint generated always as identity primary key,
  case_id uuid not null references cases,
  at timestamptz not null,
  text text not null,
  element_id text,
  by text not null,
  -- A business key makes a line written by a job that is delivered twice appear once.
  line_key text not null,
  unique (case_id, line_key)
);

create table waits (
  warte_id uuid primary key,
  case_id uuid not null references cases,
  element_id text not null,
  process_instance_key text not null,
  -- Which job began it: the same job delivered twice finds its own row.
  job_key text not null unique,
  kind text not null,
  until timestamptz not null,
  reminder_days int not null default 0,
  remind_at timestamptz,
  reminded_at timestamptz,
  expected jsonb not null default '[]',
  begun_at timestamptz not null,
  ended_at timestamptz,
  end_reason text
);
create index waits_open on waits (case_id) where ended_at is null;

create table documents (
  document_id uuid primary key default gen_random_uuid(),
  case_id uuid not null references cases,
  type text not null,
  file_name text not null,
  media_type text not null,
  size int not null,
  sha256 text not null,
  content bytea not null,
  received_at timestamptz not null,
  received_by text not null,
  -- A paper that came outside any wait or check is marked until a clerk has looked at it.
  looked_at timestamptz
);
create index documents_case on documents (case_id, received_at);

create table letters (
  letter_id uuid primary key default gen_random_uuid(),
  case_id uuid not null references cases,
  -- case, element, round, purpose: a letter goes out once, whatever is retried or restarted.
  business_key text not null unique,
  type text not null,
  channel text not null,
  subject text not null,
  body jsonb not null,
  body_hash text not null,
  language text not null default 'de',
  at timestamptz not null,
  bekanntgabe_am date,
  rechtsbehelf_bis date,
  opened_at timestamptz
);
create index letters_case on letters (case_id, at);

create table bescheide (
  bescheid_id uuid primary key default gen_random_uuid(),
  case_id uuid not null references cases,
  job_key text not null unique,
  typ text not null,
  draft jsonb not null,
  exact_hash text not null,
  author text,
  signed_by text,
  signed_at timestamptz,
  letter_id uuid references letters,
  created_at timestamptz not null
);
create index bescheide_case on bescheide (case_id, created_at);

create table tasks (
  task_id uuid primary key default gen_random_uuid(),
  job_key text not null unique,
  case_id uuid not null references cases,
  process_instance_key text not null,
  element_instance_key text not null,
  engine_process_id text not null,
  definition_key text not null,
  process_id text not null,
  element_id text not null,
  name text not null,
  section text, team text,
  candidate_groups text[] not null,
  -- Accounts that must not act here (four eyes): authors of the step this one checks.
  excluded text[] not null default '{}',
  skill text,
  hidden boolean not null default false,
  assignee text,
  priority int not null default 3,
  -- 9999-12-31 where none is set: a list sorted by it needs no nulls.
  due_at timestamptz not null,
  -- offen | wird-verarbeitet | erledigt | entfallen
  status text not null default 'offen',
  variables jsonb not null default '{}',
  draft jsonb,
  input jsonb,
  handovers int not null default 0,
  created_at timestamptz not null,
  completed_at timestamptz,
  completed_by text
);
create index tasks_case on tasks (case_id, created_at);
create index tasks_open_section on tasks (section, due_at, task_id) where status = 'offen';
create index tasks_open_mine on tasks (assignee, due_at, task_id) where status = 'offen';
create index tasks_open_due on tasks (due_at, task_id) where status = 'offen';
create index tasks_open_groups on tasks using gin (candidate_groups) where status = 'offen';
create index tasks_open_priority on tasks (priority, due_at, task_id) where status = 'offen';

create table task_assignments (
  assignment_id bigint generated always as identity primary key,
  task_id uuid not null references tasks,
  at timestamptz not null,
  by text not null,
  kind text not null,
  from_account text, to_account text,
  reason text
);
create index task_assignments_task on task_assignments (task_id, at);
`);
  },
  down: async (db: Knex): Promise<void> => {
    await db.raw(
      'drop table task_assignments, tasks, bescheide, letters, documents, waits, case_history, cases, persons, aktenzeichen_counters',
    );
  },
};
