import type { Knex } from 'knex';
import { connect, migrate, oneAtATime } from './connection.ts';

/**
 * Two roles work on the database. The owner brings the schema up to date and holds everything; the application reads and writes rows, and of the audit
 * trail it may add and read entries alone. It can neither change what is there nor switch off what keeps it, whatever is done with its connection.
 */
export type Addresses = {
  /** Of the owner. */
  ownerUrl: string;
  /** Of the application. */
  url: string;
};

const userOf = (url: string): string => decodeURIComponent(new URL(url).username);
const passwordOf = (url: string): string => decodeURIComponent(new URL(url).password);

/** What the application may not do with a table: everything it is not given here. */
const own: Record<string, string> = {
  audit: 'select, insert (actor, action, case_id, section, object, reason, outcome, payload)',
  audit_heads: 'select',
  audit_checks: 'select, insert (entries, fault)',
  knex_migrations: 'select',
  knex_migrations_lock: 'select',
};

/** The queue of commands brings its own tables, each closed to all but its owner by a policy of rows. */
const QUEUE = 'graphile_worker';

/** Made where there is none, if the owner may make roles. */
const ensureRole = async (trx: Knex, url: string): Promise<void> => {
  const { rows } = await trx.raw(
    `select format('create role %I login nosuperuser nocreatedb nocreaterole password %L', ?::text, ?::text) as sql
      where not exists (select 1 from pg_roles where rolname = ?)`,
    [userOf(url), passwordOf(url), userOf(url)],
  );
  if (rows[0]) await trx.raw(rows[0].sql);
};

const grant = async (trx: Knex, role: string): Promise<void> => {
  const tables = (await trx.raw(
    `select n.nspname as schema, c.relname as name, c.relrowsecurity as rows_closed,
            exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'lotse_application') as opened
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', ?) and c.relkind in ('r', 'p', 'v') order by 1, 2`,
    [QUEUE],
  )) as { rows: { schema: string; name: string; rows_closed: boolean; opened: boolean }[] };
  const statements = ['grant usage on schema public to :role:', `grant usage on schema ${QUEUE} to :role:`];
  for (const { schema, name, rows_closed: closed, opened } of tables.rows) {
    const table = `"${schema}"."${name}"`;
    const rights = (schema === 'public' && own[name]) || 'select, insert, update, delete';
    if (schema === 'public' && own[name]) statements.push(`revoke all on ${table} from :role:`);
    statements.push(`grant ${rights} on ${table} to :role:`);
    if (closed && !opened) statements.push(`create policy lotse_application on ${table} to :role: using (true) with check (true)`);
  }
  for (const schema of ['public', QUEUE])
    statements.push(
      `grant usage, select on all sequences in schema ${schema} to :role:`,
      `grant execute on all functions in schema ${schema} to :role:`,
    );
  for (const statement of statements) await trx.raw(statement, { role });
};

/** Brings the schema up to date as its owner and gives the application what it needs, and no more. May be called by several processes at once, and again. */
export const prepareDatabase = async ({ ownerUrl, url }: Addresses): Promise<void> => {
  const owner = connect(ownerUrl, 2);
  try {
    await migrate(owner);
    if (userOf(ownerUrl) === userOf(url)) return;
    await oneAtATime(owner, async (trx) => {
      await ensureRole(trx, url);
      await grant(trx, userOf(url));
    });
  } finally {
    await owner.destroy();
  }
};
