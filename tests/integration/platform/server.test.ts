import type Hapi from '@hapi/hapi';
import test from 'ava';
import Joi from 'joi';
import { readConfig } from '../../../services/platform/config.ts';
import { Conflict, Unavailable } from '../../../services/platform/errors.ts';
import { createLog } from '../../../services/platform/log.ts';
import { type AnyRoute, defineRoute, reply, type UploadedFile } from '../../../services/platform/route.ts';
import { createServer } from '../../../services/platform/server.ts';
import { as, demoSignIn } from '../../support/demo-sign-in.ts';

type Deps = { demo: boolean };
const id = '0d0c9c0e-7f4e-4b1e-9b8a-6f0f5d3a1c11';

const echo = defineRoute<Deps, { id: string }, { limit?: number }, { name: string; facts?: object }>({
  method: 'POST',
  path: '/api/echo/{id}',
  summary: 'Gibt zurück, was kam',
  access: 'signed-in',
  guard: 'access',
  params: { id: Joi.string().uuid().required() },
  query: { limit: Joi.number().integer().max(200) },
  payload: { name: Joi.string().max(200).required(), facts: Joi.object().unknown(), count: Joi.number() },
  answers: { 200: { description: 'Das Gesagte.', schema: Joi.object().unknown() } },
  handle: async ({ params, query, payload, user }) => reply(200, { params, query, payload, account: user.account }),
});
const upload = defineRoute<Deps, Record<string, never>, Record<string, never>, { file: UploadedFile; type: string }>({
  method: 'POST',
  path: '/api/files',
  summary: 'Nimmt eine Datei',
  access: 'signed-in',
  guard: 'access',
  upload: { maxBytes: 4096 },
  payload: { type: Joi.string().valid('PASS').required(), file: Joi.object().unknown().required() },
  answers: { 201: { description: 'Angenommen.' } },
  handle: async ({ payload }) => reply(201, { name: payload.file.filename, bytes: payload.file.content.length, type: payload.type }),
});
const simple = (path: string, parts: Partial<AnyRoute<Deps>>): AnyRoute<Deps> =>
  defineRoute<Deps>({
    method: 'GET',
    path,
    summary: 'Probe',
    access: 'signed-in',
    answers: { 200: { description: 'Gut.' } },
    handle: async () => reply(200, { ok: true }),
    ...(parts as object),
  });
const failing =
  (error: Error): AnyRoute<Deps>['handle'] =>
  async () => {
    throw error;
  };

const lines: string[] = [];
const make = (parts: { env?: Record<string, string>; database?: () => Promise<unknown> } = {}): Hapi.Server =>
  createServer<Deps>({
    deps: { demo: false },
    routes: [
      echo,
      upload,
      simple('/api/operations', { access: ['ops'] }),
      simple('/api/open', { access: 'public' }),
      simple('/api/demo', { when: (deps: Deps) => deps.demo }),
      simple('/api/conflict', { handle: failing(new Conflict('Schon vergeben.', { by: 'sb-sg4' })) }),
      simple('/api/engine-gone', { handle: failing(new Unavailable('Die Prozesssteuerung antwortet nicht.')) }),
      simple('/api/database-gone', { handle: failing(Object.assign(new Error('x'), { code: 'ECONNREFUSED' })) }),
      simple('/api/mistake', { handle: failing(new Error('canary-familienname')) }),
      simple('/api/cookies', { handle: async () => reply(200, {}, { 'set-cookie': ['a=1', 'b=2'] }) }),
    ],
    config: readConfig(parts.env ?? {}),
    log: createLog({ level: 'info', name: 'test' }, { write: (line) => lines.push(line) }),
    signIn: demoSignIn,
    health: { engine: async () => 'fine', database: parts.database ?? (async () => 1), records: async () => 1 },
    version: '1.2.3',
  });
const server = make();

const post = (body: unknown, more: { url?: string; headers?: Record<string, string> } = {}) =>
  server.inject({
    method: 'POST',
    url: more.url ?? `/api/echo/${id}`,
    headers: { 'content-type': 'application/json', ...as('sb-sg4'), ...more.headers },
    payload: typeof body === 'string' ? body : JSON.stringify(body),
  });
const get = (url: string, account?: string) => server.inject({ url, headers: account ? as(account) : {} });

test('a handler gets checked input and the person', async (t) => {
  const answer = await post({ name: 'Ö' }, { url: `/api/echo/${id}?limit=5` });
  t.deepEqual(JSON.parse(answer.payload), { params: { id }, query: { limit: 5 }, payload: { name: 'Ö' }, account: 'sb-sg4' });
});

test('all faults of a body come at once with unknown keys by name', async (t) => {
  const answer = await post({ titel: 1, count: 'x' });
  t.is(answer.statusCode, 400);
  t.deepEqual(
    JSON.parse(answer.payload).details.map((each: { field: string }) => each.field),
    ['name', 'count', 'titel'],
  );
});

for (const [name, query] of Object.entries({
  unknown: '?x=1',
  repeated: '?limit=1&limit=2',
  'list-like': '?limit[]=1',
  huge: '?limit=999999',
}))
  test(`a query with a ${name} key is refused`, async (t) => {
    t.is((await post({ name: 'x' }, { url: `/api/echo/${id}${query}` })).statusCode, 400);
  });

const bodies: Record<string, [string, number]> = {
  'a key __proto__': ['{"name":"x","__proto__":{"admin":true}}', 400],
  'a NUL character': ['{"name":"x\\u0000"}', 400],
  'half a surrogate pair': ['{"name":"\\ud800"}', 400],
  'ten thousand levels': [`{"name":"x","facts":{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}}`, 400],
  'a key constructor': ['{"name":"x","constructor":{"prototype":{}}}', 400],
  'a list instead of an object': ['[]', 400],
  'a list instead of text': ['{"name":["x"]}', 400],
  'a number beyond 2^53': ['{"name":"x","count":9007199254740993}', 400],
  NaN: ['{"name":"x","count":NaN}', 400],
  'broken JSON': ['{"name":', 400],
  'no body': ['', 400],
  '1 MiB and more': [JSON.stringify({ name: 'x', facts: { a: 'x'.repeat(1024 * 1024) } }), 413],
};
for (const [name, [body, status]] of Object.entries(bodies))
  test(`a body with ${name} is answered with ${status} in German`, async (t) => {
    const answer = await post(body);
    t.is(answer.statusCode, status);
    const { statusCode, error, message } = JSON.parse(answer.payload);
    t.is(statusCode, status);
    t.truthy(error);
    t.notRegex(message, /\b(?:Invalid|request|payload|must)\b/);
  });

const raw = (payload: Buffer | string, headers: Record<string, string> = {}, url = `/api/echo/${id}`) =>
  server.inject({ method: 'POST', url, headers: { 'content-type': 'application/json', ...as('sb-sg4'), ...headers }, payload });

test('bytes that are no UTF-8 are refused wherever they stand', async (t) => {
  t.is((await raw(Buffer.from('{"name":"M\xfcller"}', 'latin1'))).statusCode, 400);
  t.is((await raw(Buffer.from('{"name":"M\xc3\xbcller"}', 'latin1'))).statusCode, 200);
  for (const query of ['%ff%fe', '%fc', '%ed%a0%80', '%c0%80'])
    t.is((await raw('{"name":"x"}', {}, `/api/echo/${id}?limit=${query}`)).statusCode, 400, query);
  const part = (name: string, value: string) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const file = (name: string) => `--x\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n\xff\r\n--x--\r\n`;
  const send = (body: string) =>
    server.inject({
      method: 'POST',
      url: '/api/files',
      headers: { 'content-type': 'multipart/form-data; boundary=x', ...as('svc') },
      payload: Buffer.from(body, 'latin1'),
    });
  t.is((await send(`${part('type', 'PASS')}${file('a.pdf')}`)).statusCode, 201);
  t.is((await send(`${part('type', 'PASS')}${file('\xfc.pdf')}`)).statusCode, 400);
  t.is((await send(`${part('type', 'P\xfcSS')}${file('a.pdf')}`)).statusCode, 400);
});

test('another charset than UTF-8 is another format', async (t) => {
  for (const charset of ['utf-7', 'utf-16', 'iso-8859-1', '"latin1"'])
    t.is((await raw('{"name":"x"}', { 'content-type': `application/json; charset=${charset}` })).statusCode, 415, charset);
  for (const charset of ['utf-8', 'UTF-8', '"utf-8"'])
    t.is((await raw('{"name":"x"}', { 'content-type': `application/json; charset=${charset}` })).statusCode, 200, charset);
});

test('a text that is none is refused with a sentence that names the field, along with all other faults', async (t) => {
  const answer = await post({ name: 'a\u202eb', facts: { list: ['\u0001'] }, count: 'x' });
  t.is(answer.statusCode, 400);
  const { details } = JSON.parse(answer.payload) as { details: { field: string; message: string }[] };
  t.deepEqual(details.map((each) => each.field).sort(), ['count', 'facts.list.0', 'name']);
  t.regex(JSON.stringify(details), /Schreibrichtung/);
  t.is((await post({ name: '\u200b' })).statusCode, 400);
});

test('other formats are refused', async (t) => {
  t.is((await post('<x/>', { headers: { 'content-type': 'text/xml' } })).statusCode, 415);
  t.is((await post('a=1', { headers: { 'content-type': 'application/x-www-form-urlencoded' } })).statusCode, 415);
});

test('absent, hidden, unknown and malformed are the same 404 to the letter', async (t) => {
  const answers = await Promise.all([
    get('/api/nothing', 'sb-sg4'),
    get('/api/nothing'),
    get('/api/operations', 'sb-sg4'),
    get('/api/operations', 'al'),
    get('/api/demo', 'sb-sg4'),
    post({ name: 'x' }, { url: '/api/echo/not-an-id' }),
    get('/api/..%2f..%2fetc/passwd', 'sb-sg4'),
  ]);
  t.deepEqual(new Set(answers.map((each) => `${each.statusCode} ${each.payload}`)).size, 1);
  t.is(answers[0]?.statusCode, 404);
  t.is((await get('/api/operations', 'ops')).statusCode, 200);
});

test('a known path says which methods it takes, whoever asks and whatever lies there', async (t) => {
  const other = '1d0c9c0e-7f4e-4b1e-9b8a-6f0f5d3a1c11';
  const asked = [
    { method: 'DELETE', url: `/api/echo/${id}`, headers: as('sb-sg4') },
    { method: 'DELETE', url: `/api/echo/${other}`, headers: as('ops') },
    { method: 'PUT', url: '/api/echo/not-an-id' },
    { method: 'OPTIONS', url: `/api/echo/${id}?x=1` },
    { method: 'GET', url: `/api/echo/${id}`, headers: { authorization: 'Bearer nobody' } },
  ];
  const answers = await Promise.all(asked.map((each) => server.inject(each)));
  t.deepEqual(new Set(answers.map((each) => `${each.statusCode} ${each.headers.allow} ${each.payload}`)).size, 1);
  t.is(answers[0]?.statusCode, 405);
  t.is(answers[0]?.headers.allow, 'POST');
  // A route for one group only is there for everybody as far as its method goes.
  t.is((await server.inject({ method: 'POST', url: '/api/operations', headers: as('sb-sg4') })).headers.allow, 'GET');
  t.is((await server.inject({ method: 'HEAD', url: '/api/open' })).statusCode, 200);
  t.is((await server.inject({ method: 'DELETE', url: '/api/nothing' })).statusCode, 404);
});

test('without a sign-in there is 401, on public endpoints not', async (t) => {
  const answer = await server.inject({ method: 'POST', url: `/api/echo/${id}` });
  t.is(answer.statusCode, 401);
  t.is(answer.headers['www-authenticate'], 'Bearer');
  t.is((await get('/api/open')).statusCode, 200);
});

test('what a use case throws becomes its status with details', async (t) => {
  const answer = await get('/api/conflict', 'sb-sg4');
  t.deepEqual(JSON.parse(answer.payload), { statusCode: 409, error: 'Conflict', message: 'Schon vergeben.', details: { by: 'sb-sg4' } });
});

for (const url of ['/api/engine-gone', '/api/database-gone'])
  test(`${url} is 503 and says when to come back`, async (t) => {
    const answer = await get(url, 'sb-sg4');
    t.is(answer.statusCode, 503);
    t.is(answer.headers['retry-after'], '5');
  });

test('a mistake of ours is a plain 500', async (t) => {
  const answer = await get('/api/mistake', 'sb-sg4');
  t.is(answer.statusCode, 500);
  t.false(answer.payload.includes('canary'));
});

test('several cookies are several headers', async (t) => {
  t.deepEqual((await get('/api/cookies', 'sb-sg4')).headers['set-cookie'] as unknown, ['a=1', 'b=2']);
});

test('every answer carries the security headers, errors too', async (t) => {
  for (const answer of [await get('/api/open'), await get('/api/nothing'), await get('/openapi.json'), await post('{')]) {
    t.is(answer.headers['x-content-type-options'], 'nosniff');
    t.is(answer.headers['cross-origin-opener-policy'], 'same-origin');
    t.regex(String(answer.headers['content-security-policy']), /frame-ancestors 'none'/);
    t.notRegex(String(answer.headers['content-security-policy']), /unsafe|\*/);
    t.false('strict-transport-security' in answer.headers);
  }
  t.is((await get('/api/open')).headers['cache-control'], 'no-store');
  t.is((await get('/api/nothing')).headers['cache-control'], 'no-store');
});

test('behind https the browser is told to stay there for two years', async (t) => {
  const answer = await make({ env: { PUBLIC_URL: 'https://lotse.example' } }).inject('/api/open');
  t.is(answer.headers['strict-transport-security'], 'max-age=63072000; includeSubDomains');
});

const form = async (parts: Record<string, Blob | string>, name = 'Paß ä.pdf') => {
  const data = new FormData();
  for (const [key, value] of Object.entries(parts)) typeof value === 'string' ? data.append(key, value) : data.append(key, value, name);
  const body = new Response(data);
  const headers = { 'content-type': body.headers.get('content-type') ?? '', ...as('svc') };
  return server.inject({ method: 'POST', url: '/api/files', headers, payload: Buffer.from(await body.arrayBuffer()) });
};

test('an upload gives the file with its name and bytes', async (t) => {
  const answer = await form({ type: 'PASS', file: new Blob(['abc']) });
  t.is(answer.statusCode, 201);
  t.deepEqual(JSON.parse(answer.payload), { name: 'Paß ä.pdf', bytes: 3, type: 'PASS' });
});

test('an upload that is too big is 413, an odd one 400', async (t) => {
  t.is((await form({ type: 'PASS', file: new Blob(['x'.repeat(5000)]) })).statusCode, 413);
  t.is((await form({ type: 'PASS', file: new Blob(['x']), other: 'x' })).statusCode, 400);
  t.is((await form({ type: 'PASS' })).statusCode, 400);
});

for (const name of ['hasOwnProperty', '__proto__', 'constructor', 'toString'])
  test(`an upload with a part called ${name} is refused and ends nothing`, async (t) => {
    t.is((await form({ [name]: 'x', type: 'PASS', file: new Blob(['x']) })).statusCode, 400);
    t.is((await form({ type: 'PASS', file: new Blob(['abc']) })).statusCode, 201);
  });

test('a multipart body that is none is 400, another format 415, two files under one name 400', async (t) => {
  const send = (contentType: string, payload: string) =>
    server.inject({ method: 'POST', url: '/api/files', headers: { 'content-type': contentType, ...as('svc') }, payload });
  t.is((await send('multipart/form-data; boundary=x', 'nothing')).statusCode, 400);
  t.is((await send('multipart/form-data', 'nothing')).statusCode, 400);
  t.is((await send('application/json', '{}')).statusCode, 415);
  const file = '--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\na\r\n';
  const type = '--x\r\ncontent-disposition: form-data; name="type"\r\n\r\nPASS\r\n';
  t.is((await send('multipart/form-data; boundary=x', `${type}${file}--x--\r\n`)).statusCode, 201);
  t.is((await send('multipart/form-data; boundary=x', `${type}${file}${file}--x--\r\n`)).statusCode, 400);
});

test('a field of an upload may not carry NUL characters', async (t) => {
  t.is((await form({ type: 'PA\0SS', file: new Blob(['x']) })).statusCode, 400);
});

test('health says which part is down', async (t) => {
  const fine = await get('/api/health');
  t.deepEqual(JSON.parse(fine.payload), { status: 'ok', engine: 'ok', database: 'ok', records: 'ok', version: '1.2.3' });
  const answer = await make({ database: () => Promise.reject(new Error('gone')) }).inject('/api/health');
  t.is(answer.statusCode, 503);
  t.like(JSON.parse(answer.payload), { status: 'down', engine: 'ok', database: 'down' });
});

test('the description lists exactly what is served', async (t) => {
  const { paths, openapi } = JSON.parse((await get('/openapi.json')).payload);
  t.is(openapi, '3.1.0');
  const described = Object.entries(paths as Record<string, object>).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  const served = server.table().map((route) => `${route.method} ${route.path}`);
  t.deepEqual(described.sort(), served.sort());
  t.like(paths['/api/echo/{id}'].post.requestBody.content['application/json'].schema, { required: ['name'], additionalProperties: false });
  t.deepEqual(
    paths['/api/echo/{id}'].post.parameters.map((each: { name: string; in: string; required: boolean }) => [
      each.name,
      each.in,
      each.required,
    ]),
    [
      ['id', 'path', true],
      ['limit', 'query', false],
      ['Idempotency-Key', 'header', false],
    ],
  );
});

test('every served endpoint refuses unknown query keys', async (t) => {
  for (const { method, path } of server.table()) {
    const url = `${path.replace('{id}', id)}?unbekannt=1`;
    const headers = { ...as('ops'), ...(method === 'post' ? { 'content-type': 'application/json' } : {}) };
    const type = path === '/api/files' ? { 'content-type': 'multipart/form-data; boundary=x' } : {};
    const payload = path === '/api/files' ? '--x--\r\n' : '{}';
    const sent = method === 'post' ? { payload } : {};
    t.is((await server.inject({ method, url, headers: { ...headers, ...type }, ...sent })).statusCode, 400, `${method} ${path}`);
  }
});

test('the page for people names every endpoint and needs no script', async (t) => {
  const { payload, headers } = await get('/api-docs');
  t.regex(String(headers['content-type']), /^text\/html/);
  for (const route of server.table()) t.true(payload.includes(route.path), route.path);
  t.notRegex(payload, /<script|<style|style=/);
});

test('the log knows patterns and times, no ids, names or search words', async (t) => {
  await post({ name: 'canary-name' }, { url: `/api/echo/${id}?limit=5&query=canary-search` });
  const text = lines.join('');
  t.true(text.includes('/api/echo/{id}'));
  t.false(text.includes('canary-name') || text.includes('canary-search') || text.includes(id) || text.includes('sb-sg4'));
});
