import { randomUUID } from 'node:crypto';
import test from 'ava';
import pg from 'pg';
import { connect, migrate } from '../../../db/connection.ts';
import { prepareDatabase } from '../../../db/prepare-database.ts';
import { setUpRoles } from '../../../services/embedded/database-roles.ts';
import { createDatabase } from '../../../services/embedded/databases.ts';
import { audit } from '../../../services/platform/audit.ts';
import { sealAudit, verifyAudit } from '../../../services/platform/audit-chain-store.ts';
import { cloneDatabase } from '../../support/database.ts';

const server = process.env.TEST_DATABASE_URL ?? '';
const at = (database: string, user?: string): string => {
  const url = new URL(server);
  url.pathname = `/${database}`;
  if (user) {
    url.username = user;
    url.password = 'test';
  }
  return url.href;
};
const roles = {
  owner: { name: 'lotse_owner', password: 'test' },
  application: { name: 'lotse_application', password: 'test' },
};

/** As data folders are that one role set up, owned and used. */
const anOldOffice = async (t: { teardown(fn: () => Promise<void>): void }): Promise<string> => {
  // The roles are the whole server's: made before two of its databases ask for them at once.
  await (await cloneDatabase()).drop();
  const name = `lotse_old_${randomUUID().slice(0, 8)}`;
  await createDatabase(at('postgres'), name);
  t.teardown(async () => {
    const client = new pg.Client({ connectionString: at('postgres') });
    await client.connect();
    await client.query(`drop database ${name} with (force)`);
    await client.end();
  });
  const db = connect(at(name), 2);
  await migrate(db);
  await db.transaction((trx) => audit(trx, { actor: 'x', action: 'view case', outcome: 'done' }));
  await sealAudit(db);
  await db.destroy();
  return name;
};

test.serial('an office of one role becomes one of three at its next start, with all it holds', async (t) => {
  const name = await anOldOffice(t);
  const addresses = {
    ownerUrl: at(name, 'lotse_owner'),
    url: at(name, 'lotse_application'),
  };
  for (let start = 1; start <= 2; start += 1) {
    await setUpRoles(at(name), roles);
    await prepareDatabase(addresses);
  }
  const db = connect(addresses.url, 2);
  t.teardown(() => db.destroy());
  const { rows: others } = await db.raw(
    `select relname from pg_class c join pg_namespace n on n.oid = relnamespace
      where nspname in ('public', 'graphile_worker') and relkind in ('r', 'p', 'v', 'S') and pg_get_userbyid(relowner) <> 'lotse_owner'
     union all select proname from pg_proc p join pg_namespace n on n.oid = pronamespace
      where nspname in ('public', 'graphile_worker') and pg_get_userbyid(proowner) <> 'lotse_owner'
        and not exists (select 1 from pg_depend d where d.objid = p.oid and d.classid = 'pg_proc'::regclass and d.deptype = 'e')`,
  );
  t.deepEqual(others, []);
  await db.transaction((trx) => audit(trx, { actor: 'x', action: 'view case', outcome: 'done' }));
  t.is(await sealAudit(db), 1);
  t.is(await verifyAudit(db), undefined, 'what was sealed before is whole, too');
  const { rows: job } = await db.raw(`select id from graphile_worker.add_job('probe', '{}'::json)`);
  t.is(job.length, 1);
  t.is((await db.raw('select count(*)::int as n from graphile_worker._private_jobs')).rows[0].n, 1, 'and sees it');
  await t.throwsAsync(db.raw('alter table audit disable trigger all'), {
    code: '42501',
  });
  const { rows: self } = await db.raw('select rolsuper, rolcreaterole, rolbypassrls from pg_roles where rolname = current_user');
  t.deepEqual(self, [{ rolsuper: false, rolcreaterole: false, rolbypassrls: false }]);
});

test.serial('an owner who may make roles makes the application’s; with one role for both nothing is taken away', async (t) => {
  const name = await anOldOffice(t);
  await prepareDatabase({ ownerUrl: at(name), url: at(name) });
  await prepareDatabase({
    ownerUrl: at(name),
    url: at(name, 'lotse_application'),
  });
  const db = connect(at(name, 'lotse_application'), 1);
  t.teardown(() => db.destroy());
  await db.transaction((trx) => audit(trx, { actor: 'x', action: 'view case', outcome: 'done' }));
  t.is(await sealAudit(db), 1);
  await t.throwsAsync(db.raw('delete from audit'), { code: '42501' });
});
