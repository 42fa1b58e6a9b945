// The engine's side of the database: released models, the record stream stored raw, what is read from it, and the command outbox.
import { runMigrations } from 'graphile-worker';
import type { Knex } from 'knex';

/** graphile-worker brings its own schema; it must exist before the first command is added, in whatever process. It keeps its own list of steps. */
const migrateOutbox = async (knex: Knex): Promise<void> => {
  const { connectionString } = knex.client.config.connection as { connectionString: string };
  await runMigrations({ connectionString });
};

const up = async (knex: Knex): Promise<void> => {
  await migrateOutbox(knex);
  await knex.raw(`
    create table releases (
      release_id bigint generated always as identity primary key,
      plain_id text not null,
      kind text not null check (kind in ('bpmn', 'dmn', 'form')),
      release int not null,
      engine_id text not null,
      decision_ids text[] not null default '{}',
      hash text not null,
      resource_name text not null,
      definition_key text not null,
      content text not null,
      deployed_content text not null,
      vectors_hash text not null default '',
      released_at timestamptz not null default now(),
      released_by text not null,
      current boolean not null,
      unique (plain_id, kind, release)
    );
    create unique index releases_current on releases (plain_id, kind) where current;
    create index releases_engine_id on releases (engine_id);

    -- The part of the engine's state we last deployed; compared with what the engine itself says, so that a wiped engine is noticed.
    create table engine_states (only_one boolean primary key default true check (only_one), fingerprint text not null);

    create table records (
      partition_id int not null,
      epoch int not null,
      position bigint not null,
      value_type text not null,
      intent text not null,
      body text not null,
      ingested_at timestamptz not null default now(),
      primary key (partition_id, epoch, position)
    );

    -- One row per partition and life of the broker's data. "accepted" is false for a life nobody has looked at yet: it is stored, not applied.
    create table record_epochs (
      partition_id int not null,
      epoch int not null,
      accepted boolean not null,
      applied_position bigint not null default -1,
      started_at timestamptz not null default now(),
      primary key (partition_id, epoch)
    );

    create table dead_letters (
      dead_letter_id bigint generated always as identity primary key,
      partition_id int,
      epoch int,
      position bigint,
      reason text not null,
      projection text not null default '',
      raw bytea not null,
      created_at timestamptz not null default now()
    );
    create unique index dead_letters_once on dead_letters (partition_id, epoch, position, projection) nulls not distinct where position is not null;

    -- Records whose case is not known yet, by instance, until it is.
    create table waiting_records (
      partition_id int not null,
      epoch int not null,
      position bigint not null,
      process_instance_key text not null,
      primary key (partition_id, epoch, position)
    );

    create table engine_instances (
      process_instance_key text primary key,
      partition_id int not null,
      parent_key text,
      root_key text not null,
      case_id uuid,
      plain_id text not null,
      engine_id text not null,
      release int,
      definition_key text not null,
      state text not null check (state in ('active', 'completed', 'terminated')),
      started_at timestamptz not null,
      ended_at timestamptz
    );
    create index engine_instances_case on engine_instances (case_id);
    create index engine_instances_root on engine_instances (root_key);

    create table engine_elements (
      element_key text primary key,
      process_instance_key text not null,
      case_id uuid,
      element_id text not null,
      element_type text not null,
      flow_scope_key text not null,
      state text not null check (state in ('activating', 'active', 'completing', 'completed', 'terminating', 'terminated', 'taken')),
      position bigint not null,
      activated_at timestamptz not null,
      ended_at timestamptz
    );
    create index engine_elements_instance on engine_elements (process_instance_key);
    create index engine_elements_case on engine_elements (case_id);
    create index engine_elements_element on engine_elements (element_id, activated_at);

    create table engine_incidents (
      incident_key text primary key,
      process_instance_key text not null,
      case_id uuid,
      element_id text not null,
      element_key text not null,
      job_key text,
      error_type text not null,
      message text not null,
      created_at timestamptz not null,
      resolved_at timestamptz
    );
    create index engine_incidents_open on engine_incidents (created_at) where resolved_at is null;
    create index engine_incidents_case on engine_incidents (case_id);

    create table engine_decisions (
      evaluation_key text not null,
      step int not null,
      process_instance_key text not null,
      case_id uuid,
      element_id text not null,
      element_key text not null,
      plain_id text not null,
      engine_id text not null,
      inputs jsonb not null,
      matched_rules jsonb not null,
      output jsonb,
      failure text not null default '',
      evaluated_at timestamptz not null,
      primary key (evaluation_key, step)
    );
    create index engine_decisions_case on engine_decisions (case_id);

    create table engine_jobs (
      job_key text primary key,
      process_instance_key text not null,
      case_id uuid,
      job_type text not null,
      element_id text not null,
      element_key text not null,
      state text not null check (state in ('created', 'completed', 'canceled', 'failed', 'error')),
      retries int not null,
      message text not null default '',
      created_at timestamptz not null,
      ended_at timestamptz
    );
    create index engine_jobs_instance on engine_jobs (process_instance_key);
    create index engine_jobs_open on engine_jobs (job_type) where state in ('created', 'failed');
  `);
};

const down = async (knex: Knex): Promise<void> => {
  await knex.raw(`
    drop table engine_jobs, engine_decisions, engine_incidents, engine_elements, engine_instances, waiting_records, dead_letters, record_epochs, records,
      engine_states, releases;
    drop schema graphile_worker cascade;
  `);
};

export default { up, down };
