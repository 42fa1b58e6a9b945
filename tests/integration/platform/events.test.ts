import test from 'ava';
import { type Event, type EventSource, listen, notify, type Resync } from '../../../services/platform/events.ts';
import { createLog } from '../../../services/platform/log.ts';
import { cloneDatabase } from '../../support/database.ts';

const log = createLog({ level: 'silent', name: 'test' });

/** Everything heard, and a wait for the first that fits. */
const hear = (events: EventSource) => {
  const heard: (Event | Resync)[] = [];
  const waiting: { fits: (event: Event | Resync) => boolean; resolve: () => void }[] = [];
  events.subscribe((event) => {
    heard.push(event);
    for (const each of waiting) if (each.fits(event)) each.resolve();
  });
  const until = (fits: (event: Event | Resync) => boolean): Promise<void> =>
    heard.some(fits) ? Promise.resolve() : new Promise((resolve) => waiting.push({ fits, resolve }));
  return { heard, until };
};

test('an event is heard after the commit, never after a rollback; a lost connection ends in a resync', async (t) => {
  const { db, url, drop } = await cloneDatabase();
  const events = listen(url, log);
  t.teardown(async () => {
    await events.close();
    await drop();
  });
  const { heard, until } = hear(events);
  const resync = (event: Event | Resync): boolean => event.kind === 'resync';
  await until(resync);
  heard.length = 0;

  await t.throwsAsync(
    db.transaction(async (trx) => {
      await notify(trx, { kind: 'case', caseId: 'rolled back' });
      throw new Error('no');
    }),
  );
  await db.transaction((trx) => notify(trx, { kind: 'case', caseId: 'c1', section: 'SG4', groups: ['sb-sg4'] }));
  await until((event) => event.kind === 'case');
  t.deepEqual(heard, [{ kind: 'case', caseId: 'c1', section: 'SG4', groups: ['sb-sg4'] }]);

  await db.raw(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'lotse events'`,
  );
  await until(resync);
  await db.transaction((trx) => notify(trx, { kind: 'models' }));
  await until((event) => event.kind === 'models');
  t.is(heard.length, 3);
});

test('a subscriber that fails does not keep the others from hearing', async (t) => {
  const { db, url, drop } = await cloneDatabase();
  const events = listen(url, log);
  t.teardown(async () => {
    await events.close();
    await drop();
  });
  events.subscribe(() => {
    throw new Error('bad subscriber');
  });
  const { until } = hear(events);
  const tick = setInterval(() => void db.transaction((trx) => notify(trx, { kind: 'operations' })).catch(() => undefined), 50);
  await until((event) => event.kind === 'operations');
  clearInterval(tick);
  t.pass();
});
