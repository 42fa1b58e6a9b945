import { mkdtemp } from 'node:fs/promises';
import { createServer as createPlainServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Hapi from '@hapi/hapi';
import test from 'ava';
import type { Database } from '../../../db/connection.ts';
import { type Identity, startIdentity } from '../../../services/embedded/identity.ts';
import { readConfig } from '../../../services/platform/config.ts';
import { createLog } from '../../../services/platform/log.ts';
import { defineRoute, reply } from '../../../services/platform/route.ts';
import { createServer } from '../../../services/platform/server.ts';
import { createSignIn } from '../../../services/platform/sign-in/sign-in.ts';
import { createIdentify, demoAccounts, seedStaff } from '../../../services/staff/index.ts';
import { cloneDatabase } from '../../support/database.ts';

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createPlainServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

const me = ([{ method: 'GET' }, { method: 'POST', guard: 'access' }] as const).map((way) =>
  defineRoute<unknown>({
    ...way,
    path: '/api/me',
    summary: 'Wer bin ich',
    access: 'signed-in',
    answers: { 200: { description: 'Die Person.' } },
    handle: async ({ user }) => reply(200, { account: user.account, groups: user.groups }),
  }),
);

/** A browser as far as this needs one: it keeps cookies per host and follows nothing by itself. */
const createBrowser = () => {
  const jar = new Map<string, string>();
  const go = async (
    url: string,
    init: { method?: string; body?: URLSearchParams; headers?: Record<string, string> } = {},
  ): Promise<Response> => {
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (/max-age=0|expires=Thu, 01 Jan 1970/i.test(cookie)) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
  const next = async (response: Response): Promise<Response> => go(new URL(response.headers.get('location') ?? '', response.url).href);
  return { jar, go, next };
};
type Browser = ReturnType<typeof createBrowser>;

let db: Database;
let drop: () => Promise<void>;
let server: Hapi.Server;
let identity: Identity;
let base: string;

test.before(async () => {
  ({ db, drop } = await cloneDatabase());
  await seedStaff(db, demoAccounts);
  const port = await freePort();
  base = `http://localhost:${port}`;
  const dataDir = await mkdtemp(join(tmpdir(), 'lotse-identity-'));
  identity = await startIdentity({
    dataDir,
    port: await freePort(),
    cookieKey: 'for this test only, thirty-two b',
    accounts: demoAccounts,
    publicUrl: base,
  });
  const config = readConfig({ PORT: String(port), HOST: 'localhost', PUBLIC_URL: base, OIDC_ISSUER: identity.issuer });
  const log = createLog({ level: 'silent', name: 'test' });
  const signIn = createSignIn({ config, db, identify: createIdentify(db) });
  server = createServer({ deps: {}, routes: me, config, log, signIn, health: {}, version: '0' });
  await server.start();
});
test.after.always(async () => {
  await server?.stop();
  await identity?.stop();
  await drop?.();
});

/** Up to the moment the provider sends the browser back; returns the address of the callback. */
const comeBack = async (browser: Browser, account: string, returnTo = '/aufgaben?view=mine'): Promise<string> => {
  let response = await browser.go(`${base}/auth/login?returnTo=${encodeURIComponent(returnTo)}`);
  response = await browser.next(response);
  const interaction = new URL(response.headers.get('location') ?? '', response.url).href;
  // Who is still signed in at the provider is not asked again.
  if (interaction.startsWith(base)) return interaction;
  response = await browser.go(interaction, { method: 'POST', body: new URLSearchParams({ account }) });
  response = await browser.next(response);
  return response.headers.get('location') ?? '';
};
const signIn = async (browser: Browser, account: string, returnTo?: string): Promise<Response> =>
  browser.go(await comeBack(browser, account, returnTo));
const own = (): Record<string, string> => ({ 'x-lotse-csrf': '1', origin: base });
const whoAmI = async (browser: Browser): Promise<{ status: number; account?: string }> => {
  const response = await browser.go(`${base}/api/me`);
  return { status: response.status, account: ((await response.json()) as { account?: string }).account };
};

test('a person signs in at the provider and lands where they wanted to go', async (t) => {
  const browser = createBrowser();
  const response = await signIn(browser, 'rsb-sg4');
  t.is(response.status, 302);
  t.is(response.headers.get('location'), '/aufgaben?view=mine');
  const cookie = response.headers.getSetCookie().find((each) => each.startsWith('lotse='));
  t.regex(cookie ?? '', /^lotse=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  t.deepEqual(await whoAmI(browser), { status: 200, account: 'rsb-sg4' });
});

test('the database holds no value that would open a session', async (t) => {
  const browser = createBrowser();
  await signIn(browser, 'svc');
  const secret = browser.jar.get('lotse') ?? '';
  const { rows } = await db.raw('select session_hash, claims::text, id_token from sessions');
  for (const row of rows) t.false(`${row.session_hash.toString('base64url')}${row.session_hash.toString()}${row.claims}`.includes(secret));
});

test('changing something needs our own page: its origin and its header', async (t) => {
  const browser = createBrowser();
  await signIn(browser, 'svc');
  const change = async (headers: Record<string, string>): Promise<number> =>
    (await browser.go(`${base}/api/me`, { method: 'POST', headers })).status;
  t.is(await change(own()), 200);
  t.is(await change({ 'x-lotse-csrf': '1', 'sec-fetch-site': 'same-origin' }), 200);
  t.is(await change({}), 403);
  t.is(await change({ 'x-lotse-csrf': '1' }), 403);
  t.is(await change({ origin: base }), 403);
  t.is(await change({ 'x-lotse-csrf': '1', origin: 'http://evil.example' }), 403);
  t.is(await change({ 'x-lotse-csrf': '1', origin: base, 'sec-fetch-site': 'cross-site' }), 403);
  t.is(await change({ 'x-lotse-csrf': '1', 'sec-fetch-site': 'same-site' }), 403);
});

test('the way back works once and only in the browser that began', async (t) => {
  const browser = createBrowser();
  const callback = await comeBack(browser, 'svc');
  t.is((await createBrowser().go(callback)).status, 401, 'another browser');
  t.is((await browser.go(callback)).status, 302);
  t.is((await browser.go(callback)).status, 401, 'again');
});

test('a wrong state, a wrong issuer or a foreign code does not sign in', async (t) => {
  for (const [key, value] of [
    ['state', 'other'],
    ['iss', 'http://evil.example'],
    ['code', 'other'],
  ] as const) {
    const browser = createBrowser();
    const callback = new URL(await comeBack(browser, 'svc'));
    callback.searchParams.set(key, value);
    const response = await browser.go(callback.href);
    t.is(response.status, 401, key);
    t.false(browser.jar.has('lotse'));
  }
});

test("a code of another browser's sign-in is worth nothing here", async (t) => {
  const [victim, attacker] = [createBrowser(), createBrowser()];
  const [mine, theirs] = [new URL(await comeBack(victim, 'svc')), new URL(await comeBack(attacker, 'al'))];
  mine.searchParams.set('code', theirs.searchParams.get('code') ?? '');
  t.is((await victim.go(mine.href)).status, 401);
});

test('a session planted before the sign-in is not the one after it', async (t) => {
  const browser = createBrowser();
  await signIn(browser, 'svc');
  const first = browser.jar.get('lotse') ?? '';
  await signIn(browser, 'svc');
  t.not(browser.jar.get('lotse'), first);
  const old = createBrowser();
  old.jar.set('lotse', first);
  t.is((await whoAmI(old)).status, 401);
});

for (const returnTo of ['//evil.example/x', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/\t/evil.example'])
  test(`after signing in nobody is sent to ${JSON.stringify(returnTo)}`, async (t) => {
    const response = await signIn(createBrowser(), 'svc', returnTo);
    t.is(response.status, 302);
    t.is(new URL(response.headers.get('location') ?? '', base).origin, base);
    t.false((response.headers.get('location') ?? '').startsWith('//'));
  });

test('a session ends after a quarter of an hour without use and after ten hours in any case', async (t) => {
  for (const [column, age] of [
    ['seen_at', '16 minutes'],
    ['created_at', '601 minutes'],
  ]) {
    const browser = createBrowser();
    await signIn(browser, 'tel');
    t.is((await whoAmI(browser)).status, 200);
    await db.raw(`update sessions set ${column} = ${column} - interval '${age}' where account = 'tel'`);
    t.is((await whoAmI(browser)).status, 401);
  }
});

test('use keeps a session alive', async (t) => {
  const browser = createBrowser();
  await signIn(browser, 'notfall');
  await db.raw(`update sessions set seen_at = seen_at - interval '10 minutes' where account = 'notfall'`);
  t.is((await whoAmI(browser)).status, 200);
  const { rows } = await db.raw(
    `select clock_timestamp() - seen_at < interval '1 minute' as fresh from sessions where account = 'notfall'`,
  );
  t.true(rows[0].fresh);
});

test('signing out ends the session here and names the page that ends it at the provider', async (t) => {
  const browser = createBrowser();
  await signIn(browser, 'wm');
  const secret = browser.jar.get('lotse') ?? '';
  t.is((await browser.go(`${base}/auth/logout`, { method: 'POST' })).status, 403);
  const response = await browser.go(`${base}/auth/logout`, { method: 'POST', headers: own() });
  t.is(response.status, 200);
  t.true(((await response.json()) as { next: string }).next.startsWith(identity.issuer));
  t.false(browser.jar.has('lotse'));
  browser.jar.set('lotse', secret);
  t.is((await whoAmI(browser)).status, 401);
});

test('a token beside a cookie counts instead of it, and a bad token does not fall back to the cookie', async (t) => {
  const browser = createBrowser();
  await signIn(browser, 'svc');
  t.is((await browser.go(`${base}/api/me`, { headers: { authorization: 'Bearer nonsense' } })).status, 401);
  t.is((await browser.go(`${base}/api/me`, { headers: { authorization: 'Basic c3ZjOng=' } })).status, 401);
});

test('odd cookies are nobody, not an error', async (t) => {
  for (const cookie of ['lotse=', 'lotse=x', 'lotse', '=;;=', 'a=b; lotse="x y"', `lotse=${'x'.repeat(5000)}`])
    t.is((await fetch(`${base}/api/me`, { headers: { cookie } })).status, 401, cookie.slice(0, 30));
});
