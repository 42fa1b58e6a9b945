import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import test, { type ExecutionContext } from 'ava';
import Joi from 'joi';
import { readConfig } from '../../../services/platform/config.ts';
import { createLog } from '../../../services/platform/log.ts';
import { type AnyRoute, defineRoute, reply } from '../../../services/platform/route.ts';
import { createServer } from '../../../services/platform/server.ts';
import { brokenFramings, sendFraming, shortLength } from '../../support/broken-framings.ts';
import { demoSignIn } from '../../support/demo-sign-in.ts';

const take = (path: string, upload?: { maxBytes: number }): AnyRoute<object> =>
  defineRoute<object>({
    method: 'POST',
    path,
    summary: 'Probe',
    access: 'signed-in',
    guard: 'access',
    ...(upload ? { upload } : {}),
    payload: Joi.object().unknown(),
    answers: { 200: { description: 'Gut.' } },
    handle: async () => reply(200, { ok: true }),
  });

const lines: string[] = [];
const start = async (env: Record<string, string> = {}): Promise<{ port: number; stop(): Promise<void> }> => {
  const server = createServer<object>({
    deps: {},
    routes: [take('/api/cases'), take('/api/left'), take('/api/files', { maxBytes: 1024 * 1024 })],
    config: readConfig({ PORT: '0', ...env }),
    log: createLog({ level: 'info', name: 'probe' }, { write: (line) => lines.push(line) }),
    signIn: {
      ...demoSignIn,
      // As long as a real one takes: what comes meanwhile is what raced.
      identify: async (asking) => {
        await pause(Math.random() * 4);
        return demoSignIn.identify(asking);
      },
    },
    health: {},
    version: '0',
  });
  await server.start();
  return { port: Number(server.info.port), stop: () => server.stop({ timeout: 100 }) };
};
const office = await start();
const hasty = await start({ REQUEST_HEADER_SECONDS: '1', REQUEST_SECONDS: '2' });
test.after.always(() => Promise.all([office.stop(), hasty.stop()]));

const head = (path: string, ...more: string[]): string =>
  [`POST ${path} HTTP/1.1`, 'host: localhost', 'authorization: Bearer svc', ...more, '', ''].join('\r\n');
const statusOf = (answer: string): number =>
  Number(/^HTTP\/1\.1 (\d{3})/.exec(answer.replace(/^HTTP\/1\.1 100 Continue\r\n\r\n/, ''))?.[1]);

test('a length shorter than the body is answered 400, and the server lives on', async (t) => {
  for (let count = 0; count < 50; count += 1) t.is(statusOf(await sendFraming(office.port, shortLength('svc'), 10_000)), 400);
});

test('a packed body is another format: nothing is unpacked that nobody has weighed', async (t) => {
  const text = head('/api/cases', 'content-type: application/json', 'content-encoding: gzip', 'content-length: 2', 'connection: close');
  t.is(statusOf(await sendFraming(office.port, { pieces: [text, 'xx'], pauseMs: 1, leave: 'wait' }, 10_000)), 415);
});

test('what is no HTTP is answered 400 with a sentence, once', async (t) => {
  for (const piece of [
    'NOTHING\r\n\r\n',
    'GET / HTTP/1.1\r\nhost : x\r\n\r\n',
    head('/api/cases', 'transfer-encoding: chunked').concat('zz\r\n'),
  ]) {
    const answer = await sendFraming(office.port, { pieces: [piece], pauseMs: 0, leave: 'wait' }, 10_000);
    t.is(statusOf(answer), 400, piece);
    t.is(answer.split('HTTP/1.1').length, 2);
    t.regex(answer, /connection: close/i);
    t.regex(answer, /"message":"Die Anfrage ist nicht lesbar/);
  }
  const long = await sendFraming(
    office.port,
    { pieces: [head('/api/cases', `x: ${'x'.repeat(40_000)}`)], pauseMs: 0, leave: 'wait' },
    10_000,
  );
  t.is(statusOf(long), 431);
});

test('three hundred broken framings leave no rejection behind', async (t) => {
  const seed = Date.now() % 2 ** 31;
  t.log(`seed ${seed}`);
  const framings = brokenFramings('svc', 300, seed);
  for (let from = 0; from < framings.length; from += 30)
    await Promise.all(framings.slice(from, from + 30).map((each) => sendFraming(office.port, each)));
  t.is(
    statusOf(
      await sendFraming(
        office.port,
        {
          pieces: [head('/api/cases', 'content-type: application/json', 'content-length: 2', 'connection: close'), '{}'],
          pauseMs: 0,
          leave: 'wait',
        },
        10_000,
      ),
    ),
    200,
  );
  t.deepEqual(
    lines.filter((line) => /"level":(?:50|60)/.test(line)),
    [],
  );
});

test('headers and bodies that come too slowly are ended with 408 at the stated limits', async (t) => {
  const slow = async (text: string): Promise<{ status: number; ms: number }> => {
    const begun = performance.now();
    const answer = await sendFraming(hasty.port, { pieces: [text], pauseMs: 0, leave: 'wait' }, 20_000);
    return { status: statusOf(answer), ms: performance.now() - begun };
  };
  const [header, body, chunked] = await Promise.all([
    slow('POST /api/cases HTTP/1.1\r\nhost: x\r\n'),
    slow(head('/api/cases', 'content-type: application/json', 'content-length: 100').concat('{')),
    slow(head('/api/files', 'content-type: multipart/form-data; boundary=x', 'transfer-encoding: chunked').concat('1\r\nx\r\n')),
  ]);
  t.deepEqual([header.status, body.status, chunked.status], [408, 408, 408]);
  // Node looks once a second.
  t.true(header.ms >= 900 && header.ms < 6000, `headers: ${header.ms} ms`);
  for (const each of [body, chunked]) t.true(each.ms >= 1900 && each.ms < 8000, `body: ${each.ms} ms`);
});

test('the limits are ten seconds for headers and two minutes for all of a request, unless set otherwise', (t) => {
  const { requestHeaderSeconds, requestSeconds } = readConfig({});
  t.deepEqual([requestHeaderSeconds, requestSeconds], [10, 120]);
});

for (const [name, framing] of Object.entries({ 'with its length': 'content-length', 'in chunks': 'chunked' }))
  test(`an upload over the limit that comes ${name} is read to its end and answered 413 with the limit`, async (t) => {
    const bytes = 14 * 1024 * 1024;
    const type = 'content-type: multipart/form-data; boundary=x';
    const socket = connect({ port: office.port, host: '127.0.0.1' });
    const answer = new Promise<string>((resolve) => {
      let heard = '';
      socket.setEncoding('utf8').on('data', (text: string) => {
        heard += text;
      });
      socket.once('close', () => resolve(heard));
    });
    const errors: Error[] = [];
    socket.on('error', (error) => errors.push(error));
    socket.write(head('/api/files', type, framing === 'chunked' ? 'transfer-encoding: chunked' : `content-length: ${bytes}`));
    const piece = 'x'.repeat(64 * 1024);
    for (let sent = 0; sent < bytes; sent += piece.length) {
      const whole = framing === 'chunked' ? `${piece.length.toString(16)}\r\n${piece}\r\n` : piece;
      if (!socket.write(whole)) await once(socket, 'drain');
    }
    if (framing === 'chunked') socket.write('0\r\n\r\n');
    socket.end();
    t.is(statusOf(await answer), 413);
    t.regex(await answer, /höchstens 1 MB/);
    t.deepEqual(errors, []);
  });

test('who hangs up while sending is no fault of ours', async (t) => {
  const left = () => lines.filter((line) => line.includes('/api/left'));
  const text = head('/api/left', 'content-type: application/json', 'content-length: 100').concat('{');
  await sendFraming(office.port, { pieces: [text], pauseMs: 5, leave: 'reset' });
  await sendFraming(office.port, { pieces: [text], pauseMs: 5, leave: 'end' });
  for (let tries = 0; tries < 100 && left().length < 2; tries += 1) await pause(20);
  t.deepEqual(
    left().map((line) => JSON.parse(line).status),
    [499, 499],
  );
});

type Lone = { child: ChildProcess; port: number; log(): string };
const startLone = async (t: ExecutionContext): Promise<Lone> => {
  const child = fork(new URL('../../support/lone-server.ts', import.meta.url).pathname, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  t.teardown(() => child.kill());
  let log = '';
  child.stdout?.on('data', (text: Buffer) => {
    log += String(text);
  });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return { child, port, log: () => log };
};
const get = async ({ port }: Lone, path: string) => fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(10_000) });

test('a rejection nobody handled answers its own request 500, is logged, and nobody else notices', async (t) => {
  const lone = await startLone(t);
  const lost = await get(lone, '/lost-before');
  t.is(lost.status, 500);
  t.regex(await lost.text(), /Da ist etwas schiefgegangen/);
  t.is((await get(lone, '/lost-beside')).status, 500);
  t.is((await get(lone, '/lost-after')).status, 200);
  for (let tries = 0; tries < 100 && !lone.log().includes('lost after the answer'); tries += 1) await pause(20);
  for (const words of ['lost before the answer', 'lost beside the answer', 'lost after the answer'])
    t.true(lone.log().includes(words), words);
  t.is((await get(lone, '/well')).status, 200);
  t.is(lone.child.exitCode, null);
});

test("a rejection of the process's own work, and an exception that unwound a callback, end the process", async (t) => {
  const [broken, thrown] = await Promise.all([startLone(t), startLone(t)]);
  broken.child.send('break');
  await get(thrown, '/thrown').catch(() => undefined);
  const codes = await Promise.all([broken, thrown].map(async ({ child }) => (child.exitCode ?? (await once(child, 'exit'))[0]) as number));
  t.deepEqual(codes, [1, 1]);
  t.regex(broken.log(), /a rejection nobody handled/);
  t.regex(thrown.log(), /an exception nobody caught/);
});
