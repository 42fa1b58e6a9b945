import type Hapi from '@hapi/hapi';
import test from 'ava';
import Joi from 'joi';
import type { Database } from '../../../db/connection.ts';
import { readConfig } from '../../../services/platform/config.ts';
import { createLog } from '../../../services/platform/log.ts';
import { defineRoute, reply } from '../../../services/platform/route.ts';
import { createServer } from '../../../services/platform/server.ts';
import { createSignIn } from '../../../services/platform/sign-in/sign-in.ts';
import { createIdentify, demoAccounts, seedStaff } from '../../../services/staff/index.ts';
import { cloneDatabase } from '../../support/database.ts';
import { type Browser, createBrowser, startProvider } from './browser.ts';

const html = { 'content-type': 'text/html; charset=utf-8' };
const routes = [
  defineRoute<unknown>({
    method: 'GET',
    path: '/form',
    summary: 'Formular',
    access: 'signed-in',
    page: ({ status, message, path }) => reply(status, `<p>${message} (${path})</p>`, html),
    answers: { 200: { description: 'Formular' } },
    handle: async ({ formToken, user }) => reply(200, `${formToken} ${user.account}`, html),
  }),
  defineRoute<unknown, Record<string, never>, { seite?: string }, Record<string, unknown>>({
    method: 'POST',
    path: '/form',
    summary: 'Formular senden',
    access: 'signed-in',
    guard: 'access',
    page: ({ status, message, path }) => reply(status, `<p>${message} (${path})</p>`, html),
    query: { seite: Joi.string() },
    payload: Joi.object({ name: Joi.string().max(20).required() }),
    answers: { 303: { description: 'Angenommen' } },
    handle: async ({ payload }) => reply(200, JSON.stringify(payload), html),
  }),
  defineRoute<unknown>({
    method: 'POST',
    path: '/api/change',
    summary: 'keine Seite',
    access: 'signed-in',
    guard: 'access',
    payload: Joi.object().unknown(),
    answers: { 200: { description: 'geändert' } },
    handle: async () => reply(200, { changed: true }),
  }),
];

let db: Database;
let drop: () => Promise<void>;
let server: Hapi.Server;
let provider: Awaited<ReturnType<typeof startProvider>>;

test.before(async () => {
  ({ db, drop } = await cloneDatabase());
  await seedStaff(db, demoAccounts);
  provider = await startProvider();
  const config = readConfig({ PORT: String(provider.port), HOST: 'localhost', PUBLIC_URL: provider.base, OIDC_ISSUER: provider.issuer });
  const signIn = createSignIn({ config, db, identify: createIdentify(db) });
  const log = createLog({ level: 'silent', name: 'test' });
  const unknownAddress = async () => reply(200, '<title>Das gibt es hier nicht</title>', { 'content-type': 'text/html; charset=utf-8' });
  server = createServer({ deps: {}, routes, config, log, signIn, health: {}, version: '0', unknownAddress });
  await server.start();
});
test.after.always(async () => {
  await server?.stop();
  await provider?.stop();
  await drop?.();
});

const signedIn = async (account = 'antragsteller'): Promise<Browser> => {
  const browser = createBrowser(provider.base);
  await browser.signIn(account, '/form');
  return browser;
};
const post = (browser: Browser, fields: Record<string, string>, headers: Record<string, string> = {}, path = '/form') =>
  browser.go(path, { method: 'POST', body: new URLSearchParams(fields), headers });
const ours = () => ({ 'sec-fetch-site': 'same-origin', origin: provider.base });
const read = async (browser: Browser): Promise<string[]> => (await (await browser.go('/form')).text()).split(' ');
const tokenOf = async (browser: Browser): Promise<string> => (await read(browser))[0] ?? '';
const accountOf = async (browser: Browser): Promise<string | undefined> => (await read(browser))[1];

test('a form counts when the browser says that it is ours', async (t) => {
  const browser = await signedIn();
  const answer = await post(browser, { name: 'Nasser' }, ours());
  t.is(answer.status, 200);
  t.is(await answer.text(), '{"name":"Nasser"}');
});

test('a browser that says nothing shows the token of its session', async (t) => {
  const browser = await signedIn();
  const csrf = await tokenOf(browser);
  t.is((await post(browser, { name: 'Nasser', csrf })).status, 200);
  t.is((await post(browser, { name: 'Nasser', csrf }, { origin: 'null' })).status, 200, 'no origin named is no origin of another site');
  t.is((await post(browser, { name: 'Nasser' })).status, 403);
  t.is((await post(browser, { name: 'Nasser', csrf: `${csrf.slice(0, -1)}x` })).status, 403);
});

test('a token of another session is of no use', async (t) => {
  const [mine, theirs] = [await signedIn(), await signedIn('antragsteller-2')];
  t.is((await post(mine, { name: 'Nasser', csrf: await tokenOf(theirs) })).status, 403);
});

test('what comes from elsewhere is refused, token or not', async (t) => {
  const browser = await signedIn();
  const csrf = await tokenOf(browser);
  const foreign: Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
    { 'sec-fetch-site': 'same-site', origin: provider.base },
    { 'sec-fetch-site': 'cross-site', origin: 'null' },
    { 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' },
    { origin: 'https://evil.example' },
  ];
  for (const headers of foreign) {
    const answer = await post(browser, { name: 'Nasser', csrf }, headers);
    t.is(answer.status, 403, JSON.stringify(headers));
    t.regex(await answer.text(), /^<p>Dieses Formular kam nicht von einer Seite von Lotse/);
  }
});

test('only pages take forms: other changes still need the header', async (t) => {
  const browser = await signedIn();
  const change = (headers: Record<string, string>) =>
    browser.go('/api/change', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json', ...headers } });
  t.is((await change(ours())).status, 403);
  t.is((await change({ ...ours(), 'x-lotse-csrf': '1' })).status, 200);
  const form = await post(browser, { csrf: await tokenOf(browser) }, ours(), '/api/change');
  t.true(form.status >= 400);
});

test('a page answers faults as a page and says where the person was', async (t) => {
  const browser = await signedIn();
  const faulty = await post(browser, { name: 'x'.repeat(21) }, ours(), '/form?seite=2');
  t.is(faulty.status, 400);
  t.regex(await faulty.text(), /^<p>.*\(\/form\?seite=2\)<\/p>$/);
  t.regex(faulty.headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/);
  t.is((await createBrowser(provider.base).go('/form')).status, 401);
});

test('fields of any name are read safely', async (t) => {
  const browser = await signedIn();
  for (const name of ['__proto__', 'hasOwnProperty', 'constructor'])
    t.is((await post(browser, { name: 'a', [name]: 'b' }, ours())).status, 400, name);
});

test('one click on an account signs in as it, and on another as that one', async (t) => {
  const browser = await signedIn('antragsteller');
  t.is(await accountOf(browser), 'antragsteller');
  await browser.signIn('sb-sg4', '/form');
  t.is(await accountOf(browser), 'sb-sg4');
});

test('signing out works without JavaScript', async (t) => {
  const browser = await signedIn();
  const answer = await browser.go('/auth/sign-out', {
    method: 'POST',
    body: new URLSearchParams({ csrf: await tokenOf(browser) }),
  });
  t.is(answer.status, 303);
  t.true(answer.headers.get('location')?.startsWith(provider.issuer));
  t.is((await browser.go('/form')).status, 401);
  t.regex(await (await browser.follow(answer)).text(), /Ja, ganz abmelden/);
});

test('an address that leads nowhere shows a browser a page, and a program the error', async (t) => {
  const ask = (url: string, accept: string) => server.inject({ url, headers: { accept } });
  const browsers = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
  const page = await ask('/gibtsnicht', browsers);
  t.is(page.statusCode, 404);
  t.regex(String(page.headers['content-type']), /^text\/html/);
  t.true(page.payload.includes('Das gibt es hier nicht'));
  t.truthy(page.headers['content-security-policy']);
  for (const [url, accept] of [
    ['/gibtsnicht', 'application/json'],
    ['/api/gibtsnicht', browsers],
    ['/assets/gibtsnicht/tief.js', browsers],
  ] as const) {
    const answer = await ask(url, accept);
    t.is(answer.statusCode, 404, url);
    t.is(JSON.parse(answer.payload).statusCode, 404, url);
  }
});
