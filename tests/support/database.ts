import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';
import { connect, type Database } from '../../db/connection.ts';
import { type Addresses, prepareDatabase } from '../../db/prepare-database.ts';
import { setUpRoles } from '../../services/embedded/database-roles.ts';

const migrations = new URL('../../db/migrations/', import.meta.url);
const rights = new URL('../../db/prepare-database.ts', import.meta.url);

const serverUrl = (): string => {
  const url = process.env.TEST_DATABASE_URL;
  if (!url) throw new Error('TEST_DATABASE_URL is not set: integration tests need a PostgreSQL server they may create databases on');
  return url;
};

const urlOf = (database: string): string => {
  const url = new URL(serverUrl());
  url.pathname = `/${database}`;
  return url.href;
};

const onServer = async <T>(fn: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: urlOf('postgres') });
  await client.connect();
  try {
    return await fn(client);
  } finally {
    await client.end();
  }
};

const roles = {
  owner: { name: 'lotse_owner', password: 'test' },
  application: { name: 'lotse_application', password: 'test' },
};

const addressesOf = (database: string): Addresses => {
  const as = (name: string): string => {
    const url = new URL(urlOf(database));
    url.username = name;
    url.password = 'test';
    return url.href;
  };
  return { ownerUrl: as(roles.owner.name), url: as(roles.application.name) };
};

/** The template's name carries a hash of all migrations and rights, so that a changed one is never tested on an old schema. */
const templateName = async (): Promise<string> => {
  const hash = createHash('sha256').update(await readFile(rights));
  for (const name of (await readdir(migrations)).sort()) hash.update(name).update(await readFile(new URL(name, migrations)));
  return `lotse_template_${hash.digest('hex').slice(0, 10)}`;
};

const exists = async (client: pg.Client, name: string): Promise<boolean> =>
  (await client.query('select 1 from pg_database where datname = $1', [name])).rowCount === 1;

/** Builds the migrated template under a name of its own and renames it last, so that a crash half-way leaves no half template. */
const buildTemplate = async (client: pg.Client, name: string): Promise<void> => {
  const draft = `lotse_draft_${randomUUID().slice(0, 8)}`;
  await client.query(`create database ${draft}`);
  await setUpRoles(urlOf(draft), roles);
  await prepareDatabase(addressesOf(draft));
  await client.query(`alter database ${draft} rename to ${name}`);
};

export type Clone = {
  /** As the application's role, so that a missing right is found. */
  db: Database;
  url: string;
  ownerUrl: string;
  /** As the server's first role: for tables of a test's own, figures of the planner, and what nobody in the house could do. */
  asAdmin<T>(work: (admin: Database) => Promise<T>): Promise<T>;
  drop(): Promise<void>;
};

/** A fresh, migrated, empty database for one test file. */
export const cloneDatabase = async (): Promise<Clone> => {
  const template = await templateName();
  const name = `lotse_test_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  await onServer(async (client) => {
    // One at a time: PostgreSQL refuses to copy a template another session is copying or building.
    await client.query("select pg_advisory_lock(hashtext('lotse_template'))");
    if (!(await exists(client, template))) await buildTemplate(client, template);
    await client.query(`create database ${name} owner ${roles.owner.name} template ${template}`);
  });
  const { url, ownerUrl } = addressesOf(name);
  const db = connect(url, 10);
  return {
    db,
    url,
    ownerUrl,
    async asAdmin(work) {
      const admin = connect(urlOf(name), 2);
      try {
        return await work(admin);
      } finally {
        await admin.destroy();
      }
    },
    async drop() {
      await db.destroy();
      await onServer((client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
};
