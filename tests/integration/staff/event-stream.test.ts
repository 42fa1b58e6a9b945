import test from 'ava';
import { readConfig } from '../../../services/platform/config.ts';
import { type EventSource, listen, notify } from '../../../services/platform/events.ts';
import { createLog } from '../../../services/platform/log.ts';
import { createServer } from '../../../services/platform/server.ts';
import streamEvents from '../../../services/staff/routes/stream-events.ts';
import { cloneDatabase } from '../../support/database.ts';
import { as, demoSignIn } from '../../support/demo-sign-in.ts';

/** Reads a stream of events piece by piece. */
const read = (response: Response) => {
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let text = '';
  return {
    text: () => text,
    async until(word: string): Promise<void> {
      while (!text.includes(word)) {
        const { value, done } = await reader.read();
        if (done) throw new Error(`the stream ended before ${word}`);
        text += decoder.decode(value);
      }
    },
    async ends(): Promise<boolean> {
      while (!(await reader.read()).done);
      return true;
    },
  };
};

test('a browser hears of what its person may see, ids only, and starts anew after a break', async (t) => {
  const { db, url, drop } = await cloneDatabase();
  const log = createLog({ level: 'silent', name: 'test' });
  const events: EventSource = listen(url, log);
  await new Promise<void>((resolve) => events.subscribe((event) => event.kind === 'resync' && resolve()));
  const server = createServer<{ events: EventSource }>({
    deps: { events },
    routes: [streamEvents],
    config: readConfig({ PORT: '0' }),
    log,
    signIn: demoSignIn,
    health: {},
    version: '0',
  });
  await server.start();
  t.teardown(async () => {
    await events.close();
    await drop();
  });
  const open = (account: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`http://127.0.0.1:${server.info.port}/api/events`, { headers: { ...as(account), 'accept-encoding': 'gzip', ...headers } });

  const answer = await open('sb-sg4');
  t.is(answer.headers.get('content-type'), 'text/event-stream; charset=utf-8');
  t.is(answer.headers.get('content-encoding'), null);
  const clerk = read(answer);
  const security = read(await open('sicherheit'));
  const applicant = read(await open('antragsteller'));
  const back = read(await open('sb-sg4', { 'last-event-id': '7' }));
  await Promise.all([clerk.until('hello'), security.until('hello'), applicant.until('hello'), back.until('resync')]);

  await db.transaction(async (trx) => {
    await notify(trx, { kind: 'case', caseId: 'foreign', section: 'SG1' });
    await notify(trx, { kind: 'case', caseId: 'secret', section: 'SG4', hidden: true });
    await notify(trx, { kind: 'case', caseId: 'mine', section: 'SG4', account: 'antragsteller', groups: ['sb-sg4'] });
    await notify(trx, { kind: 'models' });
  });
  await Promise.all([clerk.until('models'), security.until('models'), applicant.until('mine')]);
  t.true(clerk.text().includes('event: case\ndata: {"caseId":"mine","section":"SG4"}'));
  t.notRegex(clerk.text(), /foreign|secret|antragsteller/);
  t.true(security.text().includes('secret'));
  t.notRegex(security.text(), /mine|foreign/);
  t.notRegex(applicant.text(), /foreign|secret|models/);

  const before = Date.now();
  const [, ended] = await Promise.all([server.stop({ timeout: 10_000 }), clerk.ends()]);
  t.true(ended);
  t.true(Date.now() - before < 9_000, 'open streams do not hold up the stop');
});

test('without a sign-in there is no stream', async (t) => {
  const { url, drop } = await cloneDatabase();
  const log = createLog({ level: 'silent', name: 'test' });
  const events = listen(url, log);
  t.teardown(async () => {
    await events.close();
    await drop();
  });
  const server = createServer<{ events: EventSource }>({
    deps: { events },
    routes: [streamEvents],
    config: readConfig({}),
    log,
    signIn: demoSignIn,
    health: {},
    version: '0',
  });
  t.is((await server.inject('/api/events')).statusCode, 401);
});
