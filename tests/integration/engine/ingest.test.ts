import { request } from 'node:http';
import test, { registerCompletionHandler } from 'ava';
import { recordsHealth, startRecords } from '../../../services/engine/records/index.ts';
import { eventually, openLab, servicesDir } from './support/lab.ts';

// zeebe-node's timers hold the process for some seconds after everything is closed.
registerCompletionHandler(() => process.exit());

type Fields = {
  position: number;
  partitionId?: number;
  valueType?: string;
  intent?: string;
  value?: Record<string, unknown>;
  [name: string]: unknown;
};

const lab = await openLab();
const { db } = lab.deps;
// A port of its own: here the test itself is the exporter.
const config = { ...lab.deps.config, recordsPort: 0, recordsUser: 'exporter', recordsPassword: 'äußerst:geheim' };
const deps = { ...lab.deps, config };
let records: Awaited<ReturnType<typeof startRecords>>;

const aRecord = ({ position, partitionId = 1, ...fields }: Fields): string =>
  JSON.stringify({
    partitionId,
    key: 2251799813685249 + position,
    position,
    timestamp: 1_795_362_404_178,
    valueType: 'INCIDENT',
    intent: 'CREATED',
    recordType: 'EVENT',
    value: { errorMessage: 'x' },
    ...fields,
  });
const lines = (...bodies: string[]): string =>
  bodies
    .map((body) => {
      const [, partition = '1'] = /"partitionId":(\d+)/.exec(body) ?? [];
      const [, position = '0'] = /"position":(\d+)/.exec(body) ?? [];
      return `{"index":{"_index":"zeebe-record","_id":"${partition}-${position}","routing":"1"}}\n${body}\n`;
    })
    .join('');

const send = async (
  body: string | Buffer,
  { path = '/_bulk', method = 'POST', password = config.recordsPassword } = {},
): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    const authorization = `Basic ${Buffer.from(`${config.recordsUser}:${password}`).toString('base64')}`;
    const call = request(
      { host: '127.0.0.1', port: records.port, path, method, headers: { authorization, 'transfer-encoding': 'chunked' } },
      async (response) => {
        let text = '';
        for await (const chunk of response) text += String(chunk);
        resolve({ status: response.statusCode ?? 0, text });
      },
    );
    call.on('error', reject);
    call.end(body);
  });

const stored = async (partitionId: number): Promise<string[]> =>
  (await db.raw('select epoch, position from records where partition_id = ? order by epoch, position', [partitionId])).rows.map(
    (row: { epoch: number; position: string }) => `${row.epoch}:${row.position}`,
  );
const letters = async (reason: string): Promise<{ raw: Buffer; position: string | null }[]> =>
  (await db.raw('select * from dead_letters where reason like ?', [reason])).rows;

test.before(async () => {
  records = await startRecords(deps, { servicesDir });
});
test.after.always(async () => {
  await records.stop();
  await lab.close();
});

test.serial('who does not know the password gets nothing, whatever he asks', async (t) => {
  t.is((await send('', { password: 'geraten' })).status, 401);
  t.is((await send(lines(aRecord({ position: 1, partitionId: 90 })), { password: '' })).status, 401);
  t.deepEqual(await stored(90), []);
});

test.serial('the calls the exporter makes at its start are answered, others are unknown', async (t) => {
  const settings = await send('{"index":{"lifecycle":{"name":null}}}', {
    method: 'PUT',
    path: '/zeebe-record*/_settings?allow_no_indices=true',
  });
  t.deepEqual([settings.status, settings.text], [200, '{"acknowledged":true}']);
  t.is((await send('{}', { method: 'PUT', path: '/_index_template/zeebe-record_job_8.5.8' })).status, 200);
  t.is((await send('{}', { method: 'PUT', path: '/other/_settings' })).status, 404);
  t.is((await send('', { method: 'GET', path: '/' })).status, 404);
});

test.serial('a record is stored once, however often it comes and however its keys are ordered', async (t) => {
  const body = aRecord({ position: 5, partitionId: 2 });
  const shuffled = JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(body)).reverse()));
  t.is((await send(lines(body))).status, 200);
  t.deepEqual(await send(lines(body)), { status: 200, text: '{"errors":false,"items":[]}' });
  t.is((await send(lines(shuffled, aRecord({ position: 9, partitionId: 2 })))).status, 200);
  t.deepEqual(await stored(2), ['1:5', '1:9']);
});

test.serial('unreadable lines are kept as they came and the good ones stored', async (t) => {
  const good = aRecord({ position: 1, partitionId: 3 });
  const body = Buffer.concat([
    Buffer.from(lines(good)),
    Buffer.from('{"index":{"_id":"3-2"}}\n{"broken": \n'),
    Buffer.from('{"index":{"_id":"3-3"}}\n{"nul":"'),
    Buffer.from([0]),
    Buffer.from('"}\n{"index":{"_id":"3-4"}}\n"'),
    Buffer.from([0xff, 0xfe]),
    Buffer.from('"\n{"index":{"_id":"3-5"}}\n[]\n'),
    Buffer.from(lines(aRecord({ position: 6, partitionId: 3 }))),
  ]);
  t.is((await send(body)).status, 200);
  t.is((await send(body)).status, 200);
  t.deepEqual(await stored(3), ['1:1', '1:6']);
  const dead = (await db.raw('select position from dead_letters where partition_id = 3 order by position')).rows.map(
    (row: { position: string }) => row.position,
  );
  t.deepEqual(dead, ['2', '3', '4', '5']);
});

test.serial('NUL and half a surrogate pair inside a value are stored and applied', async (t) => {
  const body = aRecord({
    position: 1,
    partitionId: 4,
    valueType: 'INCIDENT',
    intent: 'CREATED',
    value: { errorMessage: 'a\0b\ud800c', elementId: 'x\0', errorType: 'Y' },
  });
  t.true(body.includes('\\u0000'));
  t.is((await send(lines(body))).status, 200);
  const incident = await eventually(
    'it is applied',
    async () => (await db.raw(`select message, element_id from engine_incidents where error_type = 'Y'`)).rows[0],
  );
  t.deepEqual({ ...incident }, { message: 'a\uFFFDb\uFFFDc', element_id: 'x\uFFFD' });
});

test.serial('keys beyond the numbers of JavaScript keep every digit', async (t) => {
  const body = aRecord({ position: 1, partitionId: 5, valueType: 'JOB', intent: 'CREATED', value: { type: 'big', retries: 3 } }).replace(
    /"key":\d+/,
    '"key":9007199254740993',
  );
  await send(lines(body));
  const job = await eventually(
    'it is applied',
    async () => (await db.raw(`select job_key from engine_jobs where job_type = 'big'`)).rows[0],
  );
  t.is(job.job_key, '9007199254740993');
});

test.serial('a bulk beyond 16 MiB is refused while it is read', async (t) => {
  const outcome = await send(Buffer.alloc(17 * 1024 * 1024, 0x20)).catch((error: NodeJS.ErrnoException) => ({
    status: 413,
    text: error.code ?? '',
  }));
  t.is(outcome.status, 413);
  t.is((await send(lines(aRecord({ position: 1, partitionId: 6 })))).status, 200);
});

test.serial('a log that begins again is kept aside, overwrites nothing, and raises an alarm', async (t) => {
  const old = [1, 3, 7].map((position) => aRecord({ position, partitionId: 7, value: { errorMessage: 'alt' } }));
  await send(lines(...old));
  await eventually('applied', async () => (await recordsHealth(db)).waitingRecords === 0);
  t.true((await recordsHealth(db)).ok);
  const anew = [1, 2, 3].map((position) =>
    aRecord({ position, partitionId: 7, value: { errorMessage: 'neu' }, timestamp: 1_800_000_000_000 }),
  );
  t.is((await send(lines(...anew))).status, 200);
  t.deepEqual(await stored(7), ['1:1', '1:3', '1:7', '2:1', '2:2', '2:3']);
  const health = await recordsHealth(db);
  t.false(health.ok);
  t.regex(health.reason, /neues Protokoll/);
  t.is((await send(lines(aRecord({ position: 5, partitionId: 7, value: { errorMessage: 'neu' } })))).status, 200);
  t.is((await stored(7)).at(-1), '2:5');
  await db.raw('delete from record_epochs where partition_id = 7 and epoch = 2');
});

test.serial('a bulk from below, of which nothing is known, is a new log even without a collision', async (t) => {
  await send(lines(...[10, 20, 30].map((position) => aRecord({ position, partitionId: 8 }))));
  await send(lines(...[11, 12].map((position) => aRecord({ position, partitionId: 8 }))));
  t.deepEqual(await stored(8), ['1:10', '1:20', '1:30', '2:11', '2:12']);
  await db.raw('delete from record_epochs where partition_id = 8 and epoch = 2');
});

test.serial('records a known bulk newly includes are stored beside it', async (t) => {
  await send(lines(...[10, 20, 30].map((position) => aRecord({ position, partitionId: 9 }))));
  await send(lines(...[10, 15, 20].map((position) => aRecord({ position, partitionId: 9 }))));
  t.deepEqual(await stored(9), ['1:10', '1:15', '1:20', '1:30']);
});

const incidents = async (elementId: string): Promise<number> =>
  (await db.raw('select 1 from engine_incidents where element_id = ?', [elementId])).rows.length;
const isApplied = async (partitionId: number): Promise<boolean> =>
  (await db.raw('select 1 from record_epochs where partition_id = ? and applied_position = stored_position', [partitionId])).rows.length >
  0;
const anIncident = (position: number, partitionId: number) =>
  aRecord({ position, partitionId, key: partitionId * 1_000 + position, value: { errorMessage: 'x', elementId: `p${partitionId}` } });

test.serial('what nobody reads is not stored', async (t) => {
  const unread = [
    { valueType: 'VARIABLE', intent: 'CREATED' },
    { valueType: 'PROCESS_INSTANCE', intent: 'ELEMENT_ACTIVATED' },
    { valueType: 'INCIDENT', intent: 'MIGRATED' },
  ];
  t.is((await send(lines(...unread.map((each, index) => aRecord({ position: index + 1, partitionId: 10, ...each }))))).status, 200);
  t.deepEqual(await stored(10), []);
  await send(lines(aRecord({ position: 7, partitionId: 10 }), aRecord({ position: 8, partitionId: 10, ...unread[0] })));
  t.deepEqual(await stored(10), ['1:7']);
  // As after a restart of the engine: of what comes again from below, nothing is known, but nothing is read either.
  await send(lines(...unread.map((each, index) => aRecord({ position: index + 1, partitionId: 10, ...each }))));
  t.deepEqual(await stored(10), ['1:7']);
});

test.serial('whoever applies has applied a bulk when it is answered', async (t) => {
  await send(lines(anIncident(1, 11)));
  await eventually('the first one is applied, from the table', () => isApplied(11));
  for (const position of [2, 3, 4]) {
    t.is((await send(lines(anIncident(position, 11)))).status, 200);
    t.is(await incidents('p11'), position);
    t.true(await isApplied(11));
  }
});

test.serial('while another process applies, or rebuilds, records are stored and applied after it', async (t) => {
  await send(lines(anIncident(1, 12)));
  await eventually('the first one is applied', () => isApplied(12));
  const other = await db.transaction();
  await other.raw("select pg_advisory_xact_lock(hashtext('lotse applier'), 12)");
  for (const position of [2, 3]) t.is((await send(lines(anIncident(position, 12)))).status, 200);
  t.deepEqual(await stored(12), ['1:1', '1:2', '1:3']);
  t.is(await incidents('p12'), 1);
  await other.rollback();
  await eventually('they are applied', () => isApplied(12));
  t.is(await incidents('p12'), 3);
});

test.serial('who finds the checkpoint elsewhere than he left it begins there', async (t) => {
  await send(lines(anIncident(1, 13)));
  await eventually('the first one is applied', () => isApplied(13));
  // Another process has stored one more and applied it.
  await db.raw(
    `insert into records (partition_id, epoch, position, value_type, intent, body) values (13, 1, 2, 'INCIDENT', 'CREATED', ?)`,
    [anIncident(2, 13)],
  );
  await db.raw('update record_epochs set stored_position = 2, applied_position = 2 where partition_id = 13');
  t.is((await send(lines(anIncident(3, 13)))).status, 200);
  await eventually('it is applied', () => isApplied(13));
  t.deepEqual(await stored(13), ['1:1', '1:2', '1:3']);
  t.is(await incidents('p13'), 2);
});

test.serial('while the database is away the exporter is told to come again', async (t) => {
  const own = await openLab();
  const broken = await startRecords({ ...own.deps, config }, { servicesDir });
  await own.asAdmin((admin) => admin.raw('alter table records rename to records_away'));
  const [there, here] = [records, broken];
  records = here;
  // A missing table is a fault of ours and no outage: the record is kept as a dead letter, so that the engine's log is not blocked.
  t.is((await send(lines(aRecord({ position: 1 })))).status, 200);
  await own.deps.db.destroy();
  t.is((await send(lines(aRecord({ position: 2 })))).status, 503);
  records = there;
  await broken.stop();
  await own.close();
  t.is((await letters('%records%')).length, 0);
});

test.serial('a port that is taken is a fault of the start, and nothing is left running', async (t) => {
  const config = { ...deps.config, recordsPort: records.port };
  await t.throwsAsync(startRecords({ ...deps, config }, { servicesDir }), { code: 'EADDRINUSE' });
});
