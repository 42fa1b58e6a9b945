import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { rightsOf } from '../../../services/staff/index.ts';
import { openApi } from '../../support/api.ts';
import { openOffice } from './office.ts';

const office = await openOffice();
test.after.always(office.stop);
const { as } = office;

const root = new URL('../../../', import.meta.url);
const version = (JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { version: string }).version;

test('health says that everything works, to anybody', async (t) => {
  const { status, body } = await office.send({ method: 'GET', url: '/api/health' });
  t.is(status, 200);
  t.deepEqual(body, { status: 'ok', engine: 'ok', database: 'ok', records: 'ok', version });
});

test('me is who is signed in, and the office’s day', async (t) => {
  const { body } = await as('sb-sg4').get('/api/me');
  t.like(body, { account: 'sb-sg4', name: 'Ines Hartwig', groups: ['sb-sg4'], applicant: false, today: '2026-06-08' });
  t.deepEqual(body.may, rightsOf({ groups: ['sb-sg4'], applicant: false }));
  t.like((await as('antragsteller').get('/api/me')).body, { applicant: true, groups: ['antragsteller'], may: [] });
  const nobody = await office.send({ method: 'GET', url: '/api/me' });
  t.deepEqual([nobody.status, nobody.body], [200, { account: null }]);
});

test('the document describes every served call and no other; what one circle alone may know of is not told to the world', async (t) => {
  const { paths } = (await office.send({ method: 'GET', url: '/openapi.json' })).body;
  const described = Object.entries(paths as Record<string, object>).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  t.deepEqual(
    described.sort(),
    office.server
      .table()
      .map((route) => `${route.method} ${route.path.replace('{rest*}', '{rest}')}`)
      .filter((route) => route !== 'get /api/cases/{caseId}/watched')
      .sort(),
  );
  for (const [path, methods] of Object.entries(paths as Record<string, Record<string, { responses: object; summary: string }>>))
    for (const [method, { responses, summary }] of Object.entries(methods)) {
      t.truthy(summary, `${method} ${path}`);
      t.true(
        Object.keys(responses).some((status) => /^[23]/.test(status)),
        `${method} ${path}`,
      );
    }
});

test('processes lists what is released, by plain id and release', async (t) => {
  const { status, body } = await as('sb-sg1').get('/api/processes?kind=bpmn');
  t.is(status, 200);
  const duldung = body.items.find((item: { id: string }) => item.id === 'duldung');
  t.like(duldung, { id: 'duldung', kind: 'bpmn', version: 1, releasedBy: 'Lotse', current: true });
  t.regex(duldung.engineId, /^duldung--[\da-f]{8}$/);
  const kinds = new Set((await as('pv').get('/api/processes')).body.items.map((item: { kind: string }) => item.kind));
  t.deepEqual([...kinds].sort(), ['bpmn', 'dmn', 'form']);
  t.is((await as('pv').get('/api/processes?kind=exe')).status, 400);
});

test('versions are ours, newest first; an unknown process has none', async (t) => {
  const { body } = await as('pv').get('/api/processes/duldung/versions');
  t.deepEqual(
    body.items.map((item: { version: number }) => item.version),
    [1],
  );
  t.is((await as('pv').get('/api/processes/gibtesnicht/versions')).status, 404);
});

test('the model comes as its author wrote it, with plain ids', async (t) => {
  const { status, text, headers } = await as('sb-sg4').get('/api/processes/duldung/xml');
  t.is(status, 200);
  t.regex(String(headers['content-type']), /^application\/xml/);
  t.is(text, readFileSync(new URL('processes/duldung/duldung.bpmn', root), 'utf8'));
  t.is((await as('sb-sg4').get('/api/processes/duldung/xml?version=1')).text, text);
  t.is((await as('sb-sg4').get('/api/processes/duldung/xml?version=2')).status, 404);
  t.is(
    (await as('sicherheit').get('/api/processes/routing/xml?kind=dmn')).text,
    readFileSync(new URL('processes/decisions/routing.dmn', root), 'utf8'),
  );
  t.is(JSON.parse((await as('sb-sg4').get('/api/processes/duldung-grund/xml?kind=form')).text).id, 'duldung-grund');
});

test('every refusal has the one shape', async (t) => {
  const { caseId } = await office.aCase();
  const refusals = await Promise.all([
    office.send({ method: 'GET', url: '/api/cases' }),
    as('sb-sg4').get('/api/cases?limit=0'),
    as('sb-sg4').get('/api/nothing'),
    as('al').post('/api/cases', {
      anliegen: 'DULDUNG',
      applicant: { familienname: 'x', vornamen: 'y', geburtsdatum: '1990-01-01', staatsangehoerigkeiten: ['x'], email: 'a@example.org' },
      facts: {},
    }),
    as('sb-sg4').send({ method: 'POST', url: `/api/cases/${caseId}/withdraw`, payload: '<x/>', headers: { 'content-type': 'text/xml' } }),
  ]);
  t.deepEqual(
    refusals.map(({ status }) => status),
    [401, 400, 404, 403, 415],
  );
  for (const { status, body, headers } of refusals) {
    t.true(Object.keys(body).every((key) => ['statusCode', 'error', 'message', 'details'].includes(key)));
    t.is(body.statusCode, status);
    t.regex(body.message, /^[A-ZÄÖÜ].*[.!]$/s);
    t.regex(String(headers['content-type']), /^application\/json/);
  }
});

test('the demo’s calls do not exist where there is no demo', async (t) => {
  const real = await openApi({ demo: false });
  t.teardown(real.stop);
  const demo = office.server.table().filter((route) => route.path.startsWith('/api/demo'));
  t.true(demo.length > 0);
  t.deepEqual(
    real.server.table().filter((route) => route.path.startsWith('/api/demo')),
    [],
  );
  const [of, none] = [await real.as('svc').post('/api/demo/clock', { add: 'P1D' }), await real.as('svc').post('/api/nothing', {})];
  t.is(of.status, 404);
  t.is(of.text, none.text);
  t.notRegex((await real.send({ method: 'GET', url: '/openapi.json' })).text, /api\/demo/);
});

test('the demo’s clock moves office and engine together, forward only, and answers when all is quiet', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'lotse-clock-'));
  const asked: string[] = [];
  // The engine's clock endpoint; its answers are those of Zeebe's actuator.
  const actuator = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    request.resume();
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ epochMilli: Date.now() }));
  });
  await new Promise<void>((resolve) => actuator.listen(0, '127.0.0.1', resolve));
  const api = await openApi();
  t.teardown(async () => {
    await api.stop();
    actuator.close();
    rmSync(folder, { recursive: true });
  });
  Object.assign(api.deps.config, {
    clockFile: join(folder, 'clock.json'),
    zeebeManagementUrl: `http://127.0.0.1:${(actuator.address() as AddressInfo).port}`,
  });
  const { status, body } = await api.as('svc').post('/api/demo/clock', { add: 'P7D' });
  t.is(status, 200);
  t.is(body.quiet, true);
  t.deepEqual(JSON.parse(readFileSync(join(folder, 'clock.json'), 'utf8')), { offsetMs: 7 * 86_400_000 });
  t.deepEqual(asked, ['GET /actuator/clock', 'POST /actuator/clock/add']);
  for (const payload of [
    { to: '2020-01-01' },
    { add: 'P-1D' },
    { add: 'sieben Tage' },
    { to: 'gestern' },
    {},
    { add: 'P1D', to: '2027-01-01' },
  ])
    t.is((await api.as('svc').post('/api/demo/clock', payload)).status, 400, JSON.stringify(payload));
});
