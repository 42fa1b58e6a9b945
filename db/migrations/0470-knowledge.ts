// What the office knows about a step, beside the law: articles with every published version kept, and what people find wrong with a step.
// Feedback from a hidden case stays in its circle.
import type { Knex } from 'knex';

export default {
  up: async (db: Knex): Promise<void> => {
    await db.raw(`
create table articles (
  article_id uuid primary key default gen_random_uuid(),
  file_key text unique,
  file_hash text,
  status text not null check (status in ('entwurf', 'gueltig')),
  version int not null default 0,
  title text not null,
  body text not null,
  process text,
  element_id text,
  norm text[] not null default '{}',
  stand date not null,
  valid_until date,
  section text,
  owner text not null,
  source text not null check (source in ('redaktion', 'eskalation', 'datei')),
  draft jsonb,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  changed_by text not null
);
create index articles_process on articles (process, element_id);

create table article_versions (
  article_id uuid not null references articles,
  version int not null,
  title text not null,
  body text not null,
  norm text[] not null,
  stand date not null,
  valid_until date,
  published_at timestamptz not null default now(),
  published_by text not null,
  primary key (article_id, version)
);

create table step_feedback (
  feedback_id uuid primary key default gen_random_uuid(),
  task_id uuid not null,
  case_id uuid not null references cases,
  process text not null,
  element_id text not null,
  text text not null,
  hidden boolean not null,
  given_by text not null,
  given_at timestamptz not null,
  settled_by text,
  settled_at timestamptz,
  answer text
);
create index step_feedback_process on step_feedback (process, given_at);
`);
  },
  down: async (db: Knex): Promise<void> => {
    await db.raw('drop table step_feedback; drop table article_versions; drop table articles;');
  },
};
