import { PassThrough } from 'node:stream';
import test from 'ava';
import Joi from 'joi';
import { readConfig } from '../../../services/platform/config.ts';
import { createAddressReader } from '../../../services/platform/limits.ts';
import { createLog } from '../../../services/platform/log.ts';
import { type AnyRoute, defineRoute, reply } from '../../../services/platform/route.ts';
import { createServer } from '../../../services/platform/server.ts';
import { as, demoSignIn } from '../../support/demo-sign-in.ts';

const route = (path: string, parts: Partial<AnyRoute<object>>): AnyRoute<object> =>
  defineRoute<object>({
    method: 'GET',
    path,
    summary: 'Probe',
    access: 'signed-in',
    answers: { 200: { description: 'Gut.' } },
    handle: async () => reply(200, { ok: true }),
    ...(parts as object),
  });

const endless = (signal: AbortSignal): PassThrough => {
  const stream = new PassThrough();
  stream.write('x');
  signal.addEventListener('abort', () => stream.end(), { once: true });
  return stream;
};

/** With the settings as they are when nobody sets them. */
const open = (env: Record<string, string> = {}) => {
  const server = createServer<object>({
    deps: {},
    routes: [
      route('/plain', {}),
      route('/list', { limit: { kind: 'search', when: ({ query }) => Boolean(query) }, query: { query: Joi.string() } as never }),
      route('/check', { limit: { kind: 'check' } }),
      route('/begin', { access: 'public', limit: { kind: 'sign-in' } }),
      route('/files', { method: 'POST', upload: { maxBytes: 1000 }, payload: Joi.object().unknown() as never }),
    ],
    config: readConfig(env),
    log: createLog({ level: 'silent', name: 'probe' }),
    signIn: demoSignIn,
    health: {},
    version: '0',
  });
  return {
    times: async (count: number, url: string, headers: Record<string, string>, more: object = {}) => {
      const answers = [];
      for (let time = 0; time < count; time += 1) answers.push(await server.inject({ url, headers, ...more }));
      return answers;
    },
  };
};
type Answers = Awaited<ReturnType<ReturnType<typeof open>['times']>>;
const statuses = (answers: Answers): number[] => [...new Set(answers.map((each) => each.statusCode))];

const form = {
  method: 'POST',
  payload: '--x\r\ncontent-disposition: form-data; name="type"\r\n\r\nPASS\r\n--x--\r\n',
};
const limited: Record<string, { url: string; often: number; more?: object; type?: string }> = {
  searches: { url: '/list?query=a', often: 300 },
  'checks, dry runs and exports': { url: '/check', often: 120 },
  uploads: { url: '/files', often: 120, more: form, type: 'multipart/form-data; boundary=x' },
};
for (const [name, { url, often, more, type }] of Object.entries(limited))
  test(`${name}: an account may ask ${often} times in a minute, then it is told how long to wait; the colleague beside it may go on`, async (t) => {
    const { times } = open();
    const headers = { ...as('sb-sg4'), ...(type ? { 'content-type': type } : {}) };
    t.deepEqual(statuses(await times(often, url, headers, more)), [200]);
    const [refused] = await times(1, url, headers, more);
    t.is(refused?.statusCode, 429);
    const seconds = Number(refused?.headers['retry-after']);
    t.true(seconds >= 1 && seconds <= 60);
    t.regex(refused?.payload ?? '', new RegExp(`zu viele .* in kurzer Zeit. Bitte versuchen Sie es in ${seconds} Sekunden noch einmal`));
    t.is((await times(1, url, { ...headers, ...as('sb-sg1') }, more))[0]?.statusCode, 200);
    // What is not counted goes on as before.
    t.is((await times(1, '/list', headers))[0]?.statusCode, 200);
  });

test('a hundred wrong tokens a minute from one address are 401, more are 429; a token that counts still counts from there', async (t) => {
  const { times } = open();
  const wrong = { authorization: 'Bearer nobody' };
  t.deepEqual(statuses(await times(100, '/plain', wrong)), [401]);
  const [refused] = await times(1, '/plain', wrong);
  t.is(refused?.statusCode, 429);
  t.truthy(refused?.headers['retry-after']);
  t.deepEqual(statuses(await times(20, '/plain', as('svc'))), [200]);
  t.deepEqual(statuses(await times(20, '/plain', {})), [401]);
});

test('120 sign-ins a minute may begin at one address: an office in the morning', async (t) => {
  const { times } = open();
  t.deepEqual(statuses(await times(120, '/begin', {})), [200]);
  t.is((await times(1, '/begin', {}))[0]?.statusCode, 429);
});

test('an account may have thirty streams open at once; who closes one may open another', async (t) => {
  const server = createServer<object>({
    deps: {},
    routes: [route('/events', { limit: { kind: 'stream' }, handle: async ({ signal }) => ({ status: 200, stream: endless(signal) }) })],
    config: readConfig({ PORT: '0' }),
    log: createLog({ level: 'silent', name: 'probe' }),
    signIn: demoSignIn,
    health: {},
    version: '0',
  });
  await server.start();
  t.teardown(() => server.stop({ timeout: 100 }));
  const connect = async (account: string) => {
    const leaving = new AbortController();
    const { status } = await fetch(`http://127.0.0.1:${server.info.port}/events`, { headers: as(account), signal: leaving.signal });
    return { status, leave: () => leaving.abort() };
  };
  const streams = await Promise.all(Array.from({ length: 30 }, () => connect('antragsteller')));
  t.deepEqual([...new Set(streams.map((each) => each.status))], [200]);
  t.is((await connect('antragsteller')).status, 429);
  t.is((await connect('svc')).status, 200);
  streams[0]?.leave();
  let last = 429;
  for (let tries = 0; tries < 100 && last === 429; tries += 1) last = (await connect('antragsteller')).status;
  t.is(last, 200);
});

test('an ordinary day of one account is not counted at all', async (t) => {
  t.deepEqual(statuses(await open().times(600, '/plain', as('sb-sg4'))), [200]);
});

test('only a proxy of ours is believed whom it speaks for', (t) => {
  const forwarded = { 'x-forwarded-for': '203.0.113.7, 198.51.100.2, 10.0.0.9' };
  t.is(createAddressReader('')('10.0.0.9', forwarded), '10.0.0.9');
  const read = createAddressReader('10.0.0.0/8, 198.51.100.2, ::1');
  t.is(read('10.0.0.9', forwarded), '203.0.113.7');
  t.is(read('::ffff:10.0.0.9', forwarded), '203.0.113.7');
  t.is(read('::1', { 'x-forwarded-for': '2001:db8::5' }), '2001:db8::5');
  t.is(read('192.0.2.1', forwarded), '192.0.2.1');
  t.is(read('10.0.0.9', { 'x-forwarded-for': 'unknown' }), '10.0.0.9');
  t.is(read('10.0.0.9', {}), '10.0.0.9');
});
