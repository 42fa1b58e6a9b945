import { setTimeout as pause } from 'node:timers/promises';
import test, { registerCompletionHandler } from 'ava';
import { connect } from '../../../db/connection.ts';
import { countPending, listFailed, startOutbox } from '../../../services/engine/outbox/index.ts';
import { startRecords } from '../../../services/engine/records/index.ts';
import { storeBulk } from '../../../services/engine/records/store-bulk.ts';
import { eventually, openLab, servicesDir } from './support/lab.ts';
import { ran } from './support/seen.ts';

// zeebe-node's timers hold the process for some seconds after everything is closed.
registerCompletionHandler(() => process.exit());

const lab = await openLab();
const deps = { ...lab.deps, config: { ...lab.deps.config, recordsPort: 0 } };
const { db, commands } = deps;

/** As a restart of the database does: every connection to it ends, those that wait for notifications too. */
const cutAll = async (): Promise<void> => {
  const admin = connect(process.env.TEST_DATABASE_URL ?? '', 1);
  const name = new URL(deps.config.databaseUrl).pathname.slice(1);
  await admin.raw('select pg_terminate_backend(pid) from pg_stat_activity where datname = ? and pid <> pg_backend_pid()', [name]);
  await admin.destroy();
};

/** The pool hands out dead connections until it has noticed. */
const again = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch {
    await pause(100);
    return again(work);
  }
};

const aLine = (position: number): Buffer =>
  Buffer.from(
    `${JSON.stringify({ partitionId: 1, key: position, position, timestamp: 1, valueType: 'JOB', intent: 'CREATED', recordType: 'EVENT', value: { type: 'lost', retries: 1 } })}\n`,
  );

test('commands and records go on after the database has dropped every connection, again and again', async (t) => {
  await lab.makeTables();
  const outbox = await startOutbox(deps, { servicesDir });
  const records = await startRecords(deps, { servicesDir });
  const store = (bulk: Buffer) => storeBulk(deps, { isRead: () => true, applyAtOnce: async () => false }, bulk);
  const caseId = crypto.randomUUID();
  for (let round = 1; round <= 3; round += 1) {
    for (let n = 0; n < 20; n += 1) await again(() => db.transaction((trx) => commands.add(trx, 'note', { caseId })));
    await again(() => store(aLine(2 * round)));
    await cutAll();
    for (let n = 0; n < 20; n += 1) await again(() => db.transaction((trx) => commands.add(trx, 'note', { caseId })));
    await again(() => store(aLine(2 * round + 1)));
  }
  await eventually('the outbox is empty', async () => (await again(() => countPending(db))) === 0, 30_000);
  t.true(ran.filter((each) => each.caseId === caseId).length >= 120);
  t.deepEqual(await listFailed(db, { minAttempts: 1 }), []);
  const jobs = () => db.raw('select count(*)::int as n from engine_jobs');
  await eventually('the records are applied', async () => (await again(jobs)).rows[0].n === 6);
  await outbox.stop();
  await records.stop();
  await lab.close();
});
