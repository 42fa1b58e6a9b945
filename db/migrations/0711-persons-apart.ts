// Two people stay two: a machine never merges records and never writes over what is known of a person. What an application says is kept with its
// case; what differs from the record, and who may be the same human being, lies before a person who decides. A wrong decision can be taken back,
// so that everything decided is kept as a row.
import type { Knex } from 'knex';

/** Belong to one application, not to the human being: another application may rightly say something else. */
const SITUATION = [
  'aufenthaltsstatus',
  'titelNorm',
  'titelGueltigBis',
  'nettoEinkommen',
  'mieteWarm',
  'wohnflaecheQm',
  'personen',
  'kinderUnter2',
  'krankenversicherung',
  'strafverfahren',
  'einwilligungDirektversand',
  'wahrheitsgemaess',
  'datenschutzGelesen',
];

export default {
  up: async (db: Knex): Promise<void> => {
    await db.raw(`
alter table cases add column stated jsonb not null default '{}';
update cases set stated = persons.details from persons where persons.person_id = cases.person_id;

alter table persons
  add column version int not null default 1,
  -- Set while this record counts as another one's: its cases stand there.
  add column merged_into uuid references persons,
  -- Numbers as they are compared: capitals and digits only.
  add column pass_key text generated always as (nullif(upper(regexp_replace(details->>'passNummer', '[^A-Za-z0-9]', '', 'g')), '')) stored,
  add column azr_key text generated always as (nullif(upper(regexp_replace(details->>'azrNummer', '[^A-Za-z0-9]', '', 'g')), '')) stored;
create index persons_pass on persons (pass_key) where pass_key is not null;
create index persons_azr on persons (azr_key) where azr_key is not null;
create index persons_birth on persons (geburtsdatum);
create index persons_merged on persons (merged_into) where merged_into is not null;

-- Two records that may be one human being, and what somebody decided about them.
create table person_likely (
  one_id uuid not null references persons,
  other_id uuid not null references persons,
  reasons jsonb not null,
  found_at timestamptz not null,
  -- offen | dieselbe | verschieden
  decision text not null default 'offen',
  decided_at timestamptz, decided_by text, reason text,
  primary key (one_id, other_id),
  check (one_id < other_id)
);
create index person_likely_other on person_likely (other_id);

-- What was said of a person and differs from the record.
create table person_differences (
  difference_id uuid primary key default gen_random_uuid(),
  person_id uuid not null references persons,
  field text not null,
  value jsonb not null,
  -- Noted while the case is being opened, so the case is looked for at COMMIT.
  case_id uuid references cases deferrable initially deferred,
  noted_at timestamptz not null,
  noted_by text not null,
  -- Taken over or not, once somebody has decided.
  taken boolean,
  decided_at timestamptz, decided_by text, reason text
);
create unique index person_differences_open on person_differences (person_id, field, md5(value::text)) where decided_at is null;
create index person_differences_person on person_differences (person_id);

-- Every change of a person's data: who, when, what it was, what it is, why.
create table person_changes (
  change_id bigint generated always as identity primary key,
  person_id uuid not null references persons,
  at timestamptz not null,
  by text not null,
  reason text not null,
  field text not null,
  old jsonb, new jsonb
);
create index person_changes_person on person_changes (person_id, change_id);

-- before: { kept, merged: { details, names, familyId }, family: [person ids], lastChange }
create table person_merges (
  merge_id uuid primary key default gen_random_uuid(),
  kept_id uuid not null references persons,
  merged_id uuid not null references persons,
  case_ids uuid[] not null,
  before jsonb not null,
  at timestamptz not null, by text not null, reason text not null,
  undone_at timestamptz, undone_by text, undone_reason text
);
create index person_merges_kept on person_merges (kept_id);
create unique index person_merges_standing on person_merges (merged_id) where undone_at is null;

create table person_relations (
  relation_id uuid primary key default gen_random_uuid(),
  person_id uuid not null references persons,
  relative_id uuid not null references persons,
  -- Null: not known yet.
  relation text,
  at timestamptz not null, by text not null, reason text not null,
  ended_at timestamptz, ended_by text, end_reason text,
  check (person_id <> relative_id)
);
create index person_relations_person on person_relations (person_id);
create index person_relations_relative on person_relations (relative_id);
`);
    await db.raw('update persons set details = details - ?::text[]', [SITUATION]);
  },
  down: async (db: Knex): Promise<void> => {
    await db.raw(`
drop table person_relations, person_merges, person_changes, person_differences, person_likely;
alter table persons drop column version, drop column merged_into, drop column pass_key, drop column azr_key;
drop index persons_birth;
alter table cases drop column stated;
`);
  },
};
