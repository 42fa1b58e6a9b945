import test from 'ava';
import { cloneDatabase } from '../../support/database.ts';

/** Statements of a transaction that are asked in one turn: one packet out, one packet back. */
const { db, asAdmin, drop } = await cloneDatabase();
await asAdmin(async (admin) => {
  await admin.raw('create table things (id int primary key, name text not null); grant all on things to public');
});
test.after.always(drop);

type Stream = { on(event: string, listener: (bytes: Buffer) => void): void; off(event: string, listener: (bytes: Buffer) => void): void };

test.serial('each statement gets its own rows, in the order asked, prepared or not', async (t) => {
  for (let round = 0; round < 12; round += 1) {
    const answers = await db.transaction((trx) =>
      Promise.all([
        trx.raw('insert into things (id, name) values (?, ?) returning id', [round, `thing ${round}`]),
        trx('things').where('id', '<=', round).select('id', 'name'),
        trx.raw('select 1 as one'),
        trx('things').where('id', round).update({ name: 'new' }),
        trx('things').where('id', round).first('name'),
        trx.raw('select ?::int as a, ?::text as b where false', [1, 'b']),
      ]),
    );
    const [inserted, listed, one, updated, first, none] = answers;
    t.deepEqual(inserted.rows, [{ id: round }]);
    t.is(listed.length, round + 1);
    t.deepEqual(one.rows, [{ one: 1 }]);
    t.is(updated, 1);
    t.deepEqual(first, { name: 'new' });
    t.deepEqual(none.rows, []);
  }
});

test.serial('the answers of one turn come in one packet', async (t) => {
  await db.transaction(async (trx) => {
    await trx.raw('select 1');
    const { stream } = ((await trx.client.acquireConnection()) as { connection: { stream: Stream } }).connection;
    let packets = 0;
    const count = (): void => {
      packets += 1;
    };
    stream.on('data', count);
    await Promise.all(Array.from({ length: 8 }, (_, id) => trx('things').where({ id }).select('name')));
    stream.off('data', count);
    t.is(packets, 1);
  });
});

test.serial('the statement that fails says so, those behind it do too, and nothing stays', async (t) => {
  for (const bad of ['select 1 / (?::int - 1)', 'select * from nowhere where 1 = ?']) {
    const told: string[] = [];
    const hear = (work: Promise<unknown>): Promise<void> =>
      work.then(
        () => void told.push('done'),
        (error: Error) => void told.push(/division by zero|nowhere|aborted/.exec(error.message)?.[0] ?? error.message),
      );
    const failed = db.transaction(async (trx) => {
      await Promise.all([
        hear(trx.raw('insert into things (id, name) values (?, ?)', [100, 'x']).then(String)),
        hear(trx.raw(bad, [1]).then(String)),
        // Prepared in no other test: the next transaction prepares it anew, whatever became of it here.
        hear(trx.raw('select name as behind from things where id = ?', [1]).then(String)),
      ]);
      throw new Error('given up');
    });
    await t.throwsAsync(failed, { message: 'given up' });
    t.is(told[0], 'done');
    t.regex(told[1] ?? '', /division|nowhere/);
    t.is(told[2], 'aborted');
    t.is(await db('things').where('id', 100).first(), undefined);
  }
  const again = (): Promise<unknown> =>
    db.transaction(async (trx) => {
      await Promise.all([trx.raw('select 1 / ?::int', [0]), trx.raw('select name as behind from things where id = ?', [1])]);
    });
  for (let round = 0; round < 8; round += 1) await t.throwsAsync(again(), { message: /division by zero/ });
  const sound = db.transaction((trx) => Promise.all([trx.raw('select name as behind from things where id = ?', [1]), trx.raw('select ?::int', [1])])); // biome-ignore format: a row
  t.is((await sound).length, 2);
});

test.serial('a value that cannot be sent fails alone', async (t) => {
  const unsendable = { toPostgres: () => { throw new Error('has no text'); } }; // biome-ignore format: a row
  const failed = db.transaction((trx) =>
    Promise.all([
      trx.raw('select ?::int as n', [1]),
      trx.raw('insert into things (id, name) values (200, ?)', [unsendable as never]),
      trx.raw('select ?::int as n', [3]),
    ]),
  );
  await t.throwsAsync(failed, { message: /has no text/ });
  t.is(await db('things').where('id', 200).first(), undefined);
});

test.serial('a savepoint that failed takes only its own back', async (t) => {
  await db.transaction(async (outer) => {
    await outer('things').insert({ id: 300, name: 'outer' });
    const inner = outer.transaction(async (trx) => {
      await Promise.all([trx('things').insert({ id: 301, name: 'inner' }), trx('things').insert({ id: 301, name: 'twice' })]);
    });
    await t.throwsAsync(inner, { message: /duplicate key/ });
    await Promise.all([outer('things').insert({ id: 302, name: 'after' }), outer('things').insert({ id: 303, name: 'after' })]);
  });
  t.deepEqual(
    ((await db('things').where('id', '>=', 300).orderBy('id').select('id')) as { id: number }[]).map(({ id }) => id),
    [300, 302, 303],
  );
});

test.serial('a connection lost half-way is told to all who wait', async (t) => {
  const failed = db.transaction(async (trx) => {
    const settled = await Promise.allSettled([
      trx.raw('select ?::int', [1]),
      trx.raw('select pg_terminate_backend(pg_backend_pid()), ?::int', [1]),
      trx.raw('select ?::int', [2]),
    ]);
    t.is(settled.filter(({ status }) => status === 'rejected').length, 2);
    throw new Error('lost');
  });
  await t.throwsAsync(failed);
  t.deepEqual((await db.raw('select 1 as one')).rows, [{ one: 1 }]);
});
