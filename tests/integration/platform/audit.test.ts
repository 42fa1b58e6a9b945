import test from 'ava';
import { connect, type Database } from '../../../db/connection.ts';
import { audit, auditAlone } from '../../../services/platform/audit.ts';
import { sealAudit, verifyAudit } from '../../../services/platform/audit-chain-store.ts';
import { type Clone, cloneDatabase } from '../../support/database.ts';

type Teardown = { teardown(fn: () => Promise<void>): void };
const openBoth = async (t: Teardown): Promise<Clone> => {
  const clone = await cloneDatabase();
  t.teardown(clone.drop);
  return clone;
};
const open = async (t: Teardown): Promise<Database> => (await openBoth(t)).db;

const write = async (db: Database, count: number, section: string | null = 'SG4'): Promise<void> => {
  await db.transaction(async (trx) => {
    for (let at = 0; at < count; at += 1)
      await audit(trx, { actor: 'sb-sg4', action: 'view case', section, outcome: 'done', payload: { at, b: 1, a: [1.5, 'ä'] } });
  });
};

/** As only the server's first role could do it. */
const tamper = ({ asAdmin }: Clone, sql: string): Promise<void> =>
  asAdmin((admin) =>
    admin.transaction(async (trx) => {
      await trx.raw("set local session_replication_role = 'replica'");
      await trx.raw(sql);
    }),
  );

test('entries are chained per section and the whole is sound', async (t) => {
  const db = await open(t);
  await write(db, 5);
  await write(db, 3, null);
  t.is(await sealAudit(db), 8);
  t.is(await sealAudit(db), 0);
  await write(db, 2);
  t.is(await sealAudit(db), 2);
  t.is(await verifyAudit(db), undefined);
  const { rows } = await db.raw('select chain, max(seq)::int as last from audit group by chain order by max(seq)');
  t.deepEqual(rows, [
    { chain: 'office', last: 3 },
    { chain: 'SG4', last: 7 },
  ]);
});

test('texts of every kind are chained by the database as they are verified here', async (t) => {
  const db = await open(t);
  const texts = [
    '',
    '"',
    '\\',
    'a\nb\tc\r\b\f',
    '\u0001\u001f\u007f',
    'ÄÖß €',
    '\u2028 \u{1f600}',
    "'; drop table audit; --",
    '</script>',
    '/',
  ];
  await db.transaction(async (trx) => {
    for (const text of texts)
      await audit(trx, {
        actor: text,
        action: text,
        object: text,
        reason: text,
        section: text || null,
        outcome: 'done',
        payload: { [text]: [text, 1e21, 0.1, null] },
      });
  });
  t.is(await sealAudit(db), texts.length);
  t.is(await verifyAudit(db), undefined);
});

test('what is rolled back leaves no entry', async (t) => {
  const db = await open(t);
  await t.throwsAsync(
    db.transaction(async (trx) => {
      await audit(trx, { actor: 'x', action: 'x', outcome: 'done' });
      throw new Error('no');
    }),
  );
  t.is(await sealAudit(db), 0);
});

test('two processes sealing while others write leave one sound chain', async (t) => {
  const db = await open(t);
  await Promise.all([
    ...Array.from({ length: 6 }, () => write(db, 50)),
    ...Array.from({ length: 6 }, async () => {
      for (let round = 0; round < 5; round += 1) await sealAudit(db);
    }),
  ]);
  await sealAudit(db);
  t.is(await verifyAudit(db), undefined);
  t.is((await db('audit').whereNotNull('seq').count<{ count: string }[]>())[0]?.count, '300');
});

const attacks: Record<string, [sql: string, seq: string, fault: string]> = {
  'a changed actor': [`update audit set actor = 'other' where seq = 4`, '4', 'changed'],
  'a changed payload': [`update audit set payload = payload || '{"at": 99}' where seq = 4`, '4', 'changed'],
  'a moved time': [`update audit set at = at + interval '1 microsecond' where seq = 4`, '4', 'changed'],
  'a removed entry': ['delete from audit where seq = 4', '4', 'missing'],
  'a removed first entry': ['delete from audit where seq = 1', '1', 'missing'],
  'a cut end': ['delete from audit where seq = 10', '10', 'end missing'],
  'a removed chain': [`delete from audit where chain = 'SG4'`, '1', 'end missing'],
  'two swapped entries': [`drop index audit_chain; update audit set seq = 15 - seq where seq in (7, 8)`, '7', 'changed'],
  'an entry swapped whole with its links': [
    `drop index audit_chain; update audit a set seq = b.seq, prev = b.prev, hash = b.hash from audit b where a.seq in (7, 8) and b.seq = 15 - a.seq`,
    '7',
    'changed',
  ],
};
for (const [name, [sql, seq, fault]] of Object.entries(attacks))
  test(`${name} is found at its place`, async (t) => {
    const clone = await openBoth(t);
    const { db } = clone;
    await write(db, 10);
    await sealAudit(db);
    await tamper(clone, sql);
    const bad = await verifyAudit(db);
    t.like(bad, { chain: 'SG4', seq, fault });
  });

test('a hundred random changes of any column are all found', async (t) => {
  const clone = await openBoth(t);
  const { db } = clone;
  await write(db, 100);
  await sealAudit(db);
  const columns = ['actor', 'action', 'object', 'reason', 'outcome'];
  for (let seq = 1; seq <= 100; seq += 1) {
    const column = columns[seq % columns.length];
    const { rows } = await db.raw(`select ${column} as old from audit where seq = ${seq}`);
    await tamper(clone, `update audit set ${column} = 'forged' where seq = ${seq}`);
    t.is((await verifyAudit(db))?.seq, String(seq), `${column} of ${seq}`);
    await tamper(clone, `update audit set ${column} = ${rows[0].old === null ? 'null' : `'${rows[0].old}'`} where seq = ${seq}`);
  }
  t.is(await verifyAudit(db), undefined);
});

for (const sql of [
  `update audit set actor = 'x'`,
  'update audit set seq = 99, prev = hash where seq = 1',
  'update audit set seq = null, prev = null, hash = null',
  'delete from audit',
  'truncate audit',
  'update audit_heads set hash = hash',
  `update audit_heads set seq = 1, hash = 'x'`,
  'delete from audit_heads',
  'truncate audit_heads',
])
  test(`the application may not, and even to the owner the tables refuse: ${sql}`, async (t) => {
    const { db, ownerUrl, drop } = await cloneDatabase();
    const owner = connect(ownerUrl, 1);
    t.teardown(async () => {
      await owner.destroy();
      await drop();
    });
    await write(db, 2);
    await sealAudit(db);
    await t.throwsAsync(db.raw(sql), { message: /permission denied for table/ });
    await t.throwsAsync(owner.raw(sql), { message: /audit trail only grows/ });
  });

test('an entry cannot be changed before it is sealed either', async (t) => {
  const { db, ownerUrl, drop } = await cloneDatabase();
  const owner = connect(ownerUrl, 1);
  t.teardown(async () => {
    await owner.destroy();
    await drop();
  });
  await write(db, 1);
  await t.throwsAsync(owner.raw(`update audit set actor = 'x', seq = 1, prev = 'x', hash = 'x'`), { message: /audit trail only grows/ });
  await t.throwsAsync(owner.raw('delete from audit'), { message: /audit trail only grows/ });
});

test('lines that come while another is committed share the next commit, and each answers for itself', async (t) => {
  const db = await open(t);
  const line = (actor: string) => auditAlone(db, { actor, action: 'view case', section: 'SG4', outcome: 'done', payload: { of: actor } });
  await Promise.all(Array.from({ length: 20 }, (_, at) => line(`a${at}`)));
  const { rows } = await db.raw(
    'select count(distinct xmin::text)::int as commits, array_agg(actor order by audit_id) as actors from audit',
  );
  t.deepEqual(rows, [{ commits: 2, actors: Array.from({ length: 20 }, (_, at) => `a${at}`) }]);

  const settled = await Promise.allSettled([line('first'), line('b\u0000'), line('c'), line('d')]);
  t.deepEqual(
    settled.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled', 'fulfilled'],
  );
  t.deepEqual(await db('audit').where('audit_id', '>', 20).pluck('actor').orderBy('audit_id'), ['first', 'c', 'd']);
});

test('what cannot be written to the trail is the fault of whoever reads', async (t) => {
  const clone = await openBoth(t);
  await clone.asAdmin((admin) => admin.raw('alter table audit rename to away'));
  const read = auditAlone(clone.db, { actor: 'a', action: 'view case', outcome: 'done' });
  await t.throwsAsync(read, { message: /audit/ });
});
