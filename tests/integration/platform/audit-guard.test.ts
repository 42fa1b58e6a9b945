import { createHash } from 'node:crypto';
import test from 'ava';
import { connect } from '../../../db/connection.ts';
import { audit } from '../../../services/platform/audit.ts';
import { sealAudit, verifyAudit } from '../../../services/platform/audit-chain-store.ts';
import { isGuarded } from '../../../services/platform/audit-checks-store.ts';
import { cloneDatabase } from '../../support/database.ts';

/** The same thousand attempts in every run. */
const seeded = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
};

const ENTRIES = 200;
const ATTEMPTS = 1_000;
const CHAINS = ['SG1', 'SG4', 'office'];
const COLUMNS = ['actor', 'action', 'object', 'reason', 'outcome', 'section'];

/** What somebody with the application's own connection could try, each with chances of its own. */
const attempts = (roll: (below: number) => number): string => {
  const id = 1 + roll(ENTRIES);
  const other = 1 + roll(ENTRIES);
  const chain = CHAINS[roll(CHAINS.length)];
  const column = COLUMNS[roll(COLUMNS.length)];
  const seq = 1 + roll(80);
  const hash = `decode('${createHash('sha256')
    .update(String(roll(1e9)))
    .digest('hex')}', 'hex')`;
  const kinds: (() => string)[] = [
    () => `update audit set ${column} = 'forged ${roll(1000)}' where audit_id = ${id}`,
    () => `update audit set payload = '{"forged": ${roll(1000)}}' where audit_id = ${id}`,
    () => `update audit set at = at - interval '${1 + roll(90)} days' where audit_id = ${id}`,
    () => `update audit set case_id = gen_random_uuid() where chain = '${chain}' and seq = ${seq}`,
    () => `with t as (update audit set actor = 'x' where audit_id = ${id} returning 1) select count(*) from t`,
    () => `delete from audit where audit_id = ${id}`,
    () => `delete from audit where chain = '${chain}' and seq >= ${seq}`,
    () => `delete from audit using audit b where b.audit_id = ${id} and audit.audit_id = b.audit_id`,
    () => 'truncate audit',
    () => 'truncate audit, audit_heads cascade',
    () => `insert into audit (actor, action, outcome, at) values ('x', 'view case', 'done', now() - interval '${1 + roll(400)} days')`,
    () => `insert into audit (actor, action, outcome, seq, prev, hash) values ('x', 'x', 'done', ${seq}, ${hash}, ${hash})`,
    () => `insert into audit overriding system value (audit_id, actor, action, outcome) values (${id}, 'x', 'x', 'done')`,
    () => `insert into audit (actor, action, outcome) values ('x', 'x', 'done') on conflict (audit_id) do update set actor = 'x'`,
    () => `merge into audit a using (select ${id} as id) s on a.audit_id = s.id when matched then delete`,
    () => `update audit a set seq = b.seq, prev = b.prev, hash = b.hash from audit b where a.audit_id = ${id} and b.audit_id = ${other}`,
    // The whole chain anew by the formula everybody can read.
    () =>
      `with recursive anew as (select a.*, sha256(a.prev || convert_to('["' || a.chain || '"]', 'UTF8')) as link from audit a where chain = '${chain}' and seq = ${seq})
       update audit set hash = anew.link from anew where audit.audit_id = anew.audit_id`,
    () => `update audit_heads set seq = ${seq}, hash = ${hash} where chain = '${chain}'`,
    () => `update audit_heads set hash = (select hash from audit where chain = '${chain}' and seq = ${seq}) where chain = '${chain}'`,
    () => `insert into audit_heads (chain, seq, hash) values ('${chain}${roll(9)}', ${seq}, ${hash})`,
    () => `delete from audit_heads where chain = '${chain}'`,
    () => 'truncate audit_heads',
    () => `alter table audit disable trigger ${['all', 'user', 'audit_only_grows', 'audit_never_emptied'][roll(4)]}`,
    () => `alter table audit_heads disable trigger ${['all', 'user', 'audit_heads_only_grow'][roll(3)]}`,
    () => `drop trigger ${['audit_only_grows on audit', 'audit_never_emptied on audit', 'audit_heads_only_grow on audit_heads'][roll(3)]}`,
    () => `create trigger mine before insert on ${['audit', 'audit_heads'][roll(2)]} for each row execute function audit_guard()`,
    () =>
      `create or replace function ${['audit_guard()', 'audit_heads_guard()'][roll(2)]} returns trigger language plpgsql as 'begin return new; end'`,
    () => `alter function audit_seal(int) ${['reset all', 'security invoker', 'owner to current_user'][roll(3)]}`,
    () => `create function public.sha256_mine() returns int language sql as 'select 1'`,
    () => `set session_replication_role = '${['replica', 'local'][roll(2)]}'`,
    () => `set role ${['lotse_owner', 'lotse', 'pg_write_all_data', 'pg_maintain'][roll(4)]}`,
    () => `set session authorization ${['lotse_owner', 'lotse'][roll(2)]}`,
    () =>
      `alter table ${['audit', 'audit_heads'][roll(2)]} ${['rename to gone', 'drop column hash', 'owner to current_user', 'add column mine int', 'alter seq drop not null'][roll(5)]}`,
    () =>
      `drop ${['table audit', 'table audit_heads', 'index audit_chain', 'function audit_seal(int)', 'function audit_guard() cascade', 'schema public cascade'][roll(6)]}`,
    () => `grant ${['update', 'delete', 'truncate', 'all'][roll(4)]} on ${['audit', 'audit_heads'][roll(2)]} to current_user`,
    () => `create rule mine as on insert to audit do instead nothing`,
    () => `copy audit (actor, action, outcome, at) from program 'echo x'`,
    () => `alter role lotse_application ${['superuser', 'createrole', 'bypassrls', 'replication'][roll(4)]}`,
    () => `create policy mine on audit using (true)`,
    () => `alter table audit enable row level security`,
    () => `select lo_import('/etc/passwd')`,
    () => `create extension if not exists dblink`,
    () => `do $$ begin execute 'update audit set actor = ''x'' where audit_id = ${id}'; end $$`,
  ];
  return (kinds[roll(kinds.length)] as () => string)();
};

test('a thousand edits with the application’s own role: each is refused, and the trail is what it was', async (t) => {
  const { db, url, drop } = await cloneDatabase();
  t.teardown(drop);
  await db.transaction(async (trx) => {
    for (let n = 0; n < ENTRIES; n += 1)
      await audit(trx, {
        actor: `a${n % 7}`,
        action: 'view case',
        section: [null, 'SG1', 'SG4'][n % 3] ?? null,
        outcome: 'done',
        payload: { n },
      });
  });
  t.is(await sealAudit(db), ENTRIES);
  const print = async (): Promise<string> => {
    const { rows } = await db.raw(
      `select md5(string_agg(a::text, '|' order by audit_id)) || (select string_agg(h::text, '|' order by chain) from audit_heads h) as print from audit a`,
    );
    return rows[0].print as string;
  };
  const before = await print();
  // One connection of its own: what it is left with by one attempt is there for the next.
  const attacker = connect(url, 1);
  t.teardown(() => attacker.destroy());
  const roll = seeded(20_261_130);
  const through: string[] = [];
  for (let n = 0; n < ATTEMPTS; n += 1) {
    const sql = attempts(roll);
    await attacker.raw(sql).then(
      // Who has nothing to give is told so in a warning; what comes of it is seen below.
      () => void (sql.startsWith('grant ') || through.push(sql)),
      () => undefined,
    );
  }
  t.deepEqual(through, []);
  t.is(await print(), before);
  t.is(await verifyAudit(db), undefined);
  t.true(await isGuarded(db));
});

test('a table of the attacker’s own name and path does not lead the sealing function elsewhere', async (t) => {
  const { db, url, drop } = await cloneDatabase();
  t.teardown(drop);
  const attacker = connect(url, 1);
  t.teardown(() => attacker.destroy());
  await db.transaction((trx) => audit(trx, { actor: 'x', action: 'view case', outcome: 'done' }));
  await attacker.raw(`create temp table audit_heads (chain text primary key, seq bigint, hash bytea); set search_path = pg_temp, public;
    create function pg_temp.sha256(bytea) returns bytea language sql as 'select ''x''::bytea'`);
  await attacker.raw('select public.audit_seal(10)');
  t.is(await verifyAudit(db), undefined);
  t.is((await db('audit_heads').select('chain')).length, 1);
});

test('who works with the role that owns the tables is told that nothing guards them', async (t) => {
  const { ownerUrl, asAdmin, drop } = await cloneDatabase();
  t.teardown(drop);
  const owner = connect(ownerUrl, 1);
  t.teardown(() => owner.destroy());
  t.false(await isGuarded(owner));
  t.false(await asAdmin(isGuarded));
});
