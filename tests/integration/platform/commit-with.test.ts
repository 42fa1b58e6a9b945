import test from 'ava';
import { commitWith } from '../../../db/pipelined-dialect.ts';
import { cloneDatabase } from '../../support/database.ts';

const { db, asAdmin, drop } = await cloneDatabase();
await asAdmin(async (admin) => {
  await admin.raw('create table parents (id int primary key); create table children (id int primary key, parent int)');
  await admin.raw('alter table children add foreign key (parent) references parents deferrable initially deferred');
  await admin.raw('grant all on parents, children to public');
});
test.after.always(drop);

const ids = async (): Promise<number[]> => ((await db('parents').orderBy('id').select('id')) as { id: number }[]).map(({ id }) => id);

test.serial('the last statements are committed with their answer', async (t) => {
  const answer = await db.transaction(async (trx) => {
    await trx('parents').insert({ id: 1 });
    return commitWith(trx, async () => {
      const [, , rows] = await Promise.all([trx('parents').insert({ id: 2 }), trx('children').insert({ id: 1, parent: 2 }), trx('parents').select('id')]); // biome-ignore format: a row
      return rows.length;
    });
  });
  t.is(answer, 2);
  t.deepEqual(await ids(), [1, 2]);
});

test.serial('COMMIT leaves with them, in one packet', async (t) => {
  const sent: string[][] = [];
  await db.transaction(async (trx) => {
    await trx.raw('select 1');
    const connection = (await trx.client.acquireConnection()) as { connection: { stream: { _writev: unknown } } };
    const { stream } = connection.connection;
    const write = stream._writev as (chunks: { chunk: Buffer }[], done: () => void) => void;
    stream._writev = (chunks: { chunk: Buffer }[], done: () => void) => {
      sent.push(chunks.map(({ chunk }) => chunk.toString('latin1')));
      write.call(stream, chunks, done);
    };
    await commitWith(trx, () => Promise.all([trx.raw('select 2'), trx('parents').where('id', 1).select('id'), trx.raw('select 3')]));
    stream._writev = write;
  });
  t.is(sent.length, 1);
  const [packet = []] = sent;
  t.regex(packet.join(' '), /select 2.*"parents".*select 3.*COMMIT/s);
});

test.serial('a last statement that fails undoes everything and is reported, and the connection goes on', async (t) => {
  for (const bad of ['select 1 / 0', 'select * from nowhere']) {
    const failed = db.transaction(async (trx) => {
      await trx('parents').insert({ id: 10 });
      await commitWith(trx, () => Promise.all([trx('parents').insert({ id: 11 }), trx.raw(bad), trx('parents').insert({ id: 12 })]));
    });
    await t.throwsAsync(failed, { message: /division by zero|nowhere/ });
    t.deepEqual(await ids(), [1, 2]);
  }
});

test.serial('what only COMMIT can find is reported', async (t) => {
  const failed = db.transaction((trx) =>
    commitWith(trx, () =>
      trx('children')
        .insert({ id: 20, parent: 99 })
        .then(() => 'done'),
    ),
  );
  await t.throwsAsync(failed, { message: /violates foreign key/ });
  t.deepEqual(await db('children').where('id', 20), []);
});

test.serial('a failure that somebody has swallowed is no success', async (t) => {
  const failed = db.transaction(async (trx) => {
    await trx.raw('select 1 / 0').catch(() => undefined);
    await commitWith(trx, async () => 'nothing');
  });
  await t.throwsAsync(failed, { message: /was rolled back/ });
});

test.serial('nothing is asked afterwards', async (t) => {
  const failed = db.transaction(async (trx) => {
    await commitWith(trx, () => trx.raw('select 1'));
    await trx.raw('select 2');
  });
  await t.throwsAsync(failed, { message: /already complete/ });
});

test.serial('within a savepoint the transaction around it commits', async (t) => {
  const failed = db.transaction(async (outer) => {
    const inner = await outer.transaction((trx) =>
      commitWith(trx, () =>
        trx('parents')
          .insert({ id: 30 })
          .then(() => 'in'),
      ),
    );
    t.is(inner, 'in');
    throw new Error('changed my mind');
  });
  await t.throwsAsync(failed, { message: 'changed my mind' });
  t.deepEqual(await ids(), [1, 2]);
});
