import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';
import { connect, type Database, migrate } from '../../db/connection.ts';

const migrations = new URL('../../db/migrations/', import.meta.url);

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

/** The template's name carries a hash of all migrations, so that a changed one is never tested on an old schema. */
const templateName = async (): Promise<string> => {
  const hash = createHash('sha256');
  for (const name of (await readdir(migrations)).sort()) hash.update(name).update(await readFile(new URL(name, migrations)));
  return `lotse_template_${hash.digest('hex').slice(0, 10)}`;
};

const exists = async (client: pg.Client, name: string): Promise<boolean> =>
  (await client.query('select 1 from pg_database where datname = $1', [name])).rowCount === 1;

/** Builds the migrated template under a name of its own and renames it last, so that a crash half-way leaves no half template. */
const buildTemplate = async (client: pg.Client, name: string): Promise<void> => {
  const draft = `lotse_draft_${randomUUID().slice(0, 8)}`;
  await client.query(`create database ${draft}`);
  const db = connect(urlOf(draft), 2);
  try {
    await migrate(db);
  } finally {
    await db.destroy();
  }
  await client.query(`alter database ${draft} rename to ${name}`);
};

/** A fresh, migrated, empty database for one test file. */
export const cloneDatabase = async (): Promise<{ db: Database; url: string; drop(): Promise<void> }> => {
  const template = await templateName();
  const name = `lotse_test_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  await onServer(async (client) => {
    // One at a time: PostgreSQL refuses to copy a template another session is copying or building.
    await client.query("select pg_advisory_lock(hashtext('lotse_template'))");
    if (!(await exists(client, template))) await buildTemplate(client, template);
    await client.query(`create database ${name} template ${template}`);
  });
  const url = urlOf(name);
  const db = connect(url, 10);
  return {
    db,
    url,
    async drop() {
      await db.destroy();
      await onServer((client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
};
