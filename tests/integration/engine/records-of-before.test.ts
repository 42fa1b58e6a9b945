// Migration 0800 on an office that has worked: how far its records are stored is known, and what stood between two states stands in the first.
import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import test from 'ava';
import pg from 'pg';
import { connect, migrate } from '../../../db/connection.ts';
import { createDatabase } from '../../../services/embedded/databases.ts';

const folder = new URL('../../../db/migrations/', import.meta.url);
const at = (database: string): string => {
  const url = new URL(process.env.TEST_DATABASE_URL ?? '');
  url.pathname = `/${database}`;
  return url.href;
};

test('records and elements of before are taken over', async (t) => {
  const name = `lotse_old_${randomUUID().slice(0, 8)}`;
  await createDatabase(at('postgres'), name);
  const db = connect(at(name), 2);
  t.teardown(async () => {
    await db.destroy();
    const client = new pg.Client({ connectionString: at('postgres') });
    await client.connect();
    await client.query(`drop database ${name} with (force)`);
    await client.end();
  });
  const old = readdirSync(folder)
    .filter((each) => each.endsWith('.ts') && each < '0800')
    .sort();
  await db.migrate.latest({
    migrationSource: {
      getMigrations: async () => old,
      getMigrationName: (each: string) => each,
      getMigration: async (each: string) => (await import(new URL(each, folder).href)).default,
    },
  });
  await db.raw(`insert into record_epochs (partition_id, epoch, accepted, applied_position) values (1, 1, true, 5), (1, 2, false, -1)`);
  await db.raw(
    `insert into records (partition_id, epoch, position, value_type, intent, body) select 1, 1, n, 'JOB', 'CREATED', '{}' from generate_series(1, 7) n`,
  );
  const states = ['activating', 'active', 'completing', 'completed', 'terminating', 'terminated', 'taken'];
  await db.raw(
    `insert into engine_elements (element_key, process_instance_key, element_id, element_type, flow_scope_key, state, position, activated_at)
     select n::text, '1', 'e', 'USER_TASK', '1', (?::text[])[n], n, now() from generate_series(1, 7) n`,
    [states],
  );
  await migrate(db);
  const epochs = await db.raw('select applied_position, stored_position from record_epochs order by epoch');
  t.deepEqual(
    epochs.rows.map(Object.values<string>).map((row: string[]) => row.map(Number)),
    [
      [5, 7],
      [-1, -1],
    ],
  );
  const elements = await db.raw('select state from engine_elements order by position');
  t.deepEqual(
    elements.rows.map((row: { state: string }) => row.state),
    ['active', 'active', 'active', 'completed', 'active', 'terminated', 'taken'],
  );
});
