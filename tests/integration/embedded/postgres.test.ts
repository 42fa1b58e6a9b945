import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import pg from 'pg';
import { createDatabase } from '../../../services/embedded/databases.ts';
import { findFreePorts } from '../../../services/embedded/ports.ts';
import { isPostgresUp, type PostgresOptions, startPostgres, stopPostgres } from '../../../services/embedded/postgres.ts';

const ask = async (url: string, sql: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
};

test('it is set up, found again, survives kill -9 of its first process, and stops', async (t) => {
  const parent = mkdtempSync(join(tmpdir(), 'lotse-postgres-'));
  chmodSync(parent, 0o755);
  const [port] = (await findFreePorts(1)) as [number];
  const options: PostgresOptions = { folder: join(parent, 'with space'), port, password: 'p:w/ö' };
  t.teardown(() => stopPostgres(options.folder));

  const first = await startPostgres(options);
  t.false(first.adopted);
  await createDatabase(first.urlOf('postgres'), 'lotse');
  await createDatabase(first.urlOf('postgres'), 'lotse');
  await ask(first.urlOf('lotse'), "create table words (word text); insert into words values ('Zebra'), ('Öl'), ('Apfel'), ('Äpfel')");

  const second = await startPostgres(options);
  t.like(second, { adopted: true, pid: first.pid });

  process.kill(first.pid, 'SIGKILL');
  const third = await startPostgres(options);
  t.false(third.adopted);
  const sorted = await ask(third.urlOf('lotse'), 'select word from words order by word');
  t.deepEqual(sorted, [{ word: 'Apfel' }, { word: 'Äpfel' }, { word: 'Öl' }, { word: 'Zebra' }]);

  await t.throwsAsync(ask(`postgres://lotse:wrong@127.0.0.1:${port}/lotse`, 'select 1'), { code: '28P01' });
  await stopPostgres(options.folder);
  t.false(isPostgresUp(options.folder));
});
