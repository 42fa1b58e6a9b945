import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { fetchToken } from '../../../services/embedded/fetch-token.ts';
import { startIdentity } from '../../../services/embedded/identity.ts';
import { findFreePorts } from '../../../services/embedded/ports.ts';
import { SetUpFault } from '../../../services/embedded/set-up-fault.ts';

const accounts = [
  { account: 'sb-sg4', name: 'Ines <Hartwig>', groups: ['sb-sg4'], teams: ['T4a', 'T4b'], applicant: false },
  { account: 'antragsteller', name: 'Samira Haddad', groups: ['antragsteller'], teams: [], applicant: true },
];
const publicUrl = 'http://localhost:4000';

const start = async (t: ExecutionContext, dataDir = mkdtempSync(join(tmpdir(), 'lotse-identity-'))) => {
  const [port] = (await findFreePorts(1)) as [number];
  const begin = () => startIdentity({ dataDir, port, cookieKey: 'key', accounts, publicUrl });
  let identity = await begin();
  t.teardown(() => identity.stop());
  const restart = async () => {
    await identity.stop();
    identity = await begin();
  };
  const verify = (token: string) =>
    jwtVerify(token, createRemoteJWKSet(new URL(`${identity.issuer}/jwks`)), { issuer: identity.issuer, audience: 'lotse' });
  return { issuer: identity.issuer, restart, verify };
};

test('a token for a demo account says who it is and where it belongs', async (t) => {
  const { issuer, verify } = await start(t);
  const { payload } = await verify(await fetchToken(issuer, 'sb-sg4'));
  t.like(payload, { sub: 'sb-sg4', name: 'Ines <Hartwig>', groups: ['sb-sg4'], teams: ['T4a', 'T4b'], applicant: false, aud: 'lotse' });
});

test('a token outlives a restart of the provider', async (t) => {
  const { issuer, restart, verify } = await start(t);
  const token = await fetchToken(issuer, 'antragsteller');
  await restart();
  await t.notThrowsAsync(verify(token));
});

test('an unknown account and a provider that is not there are told in a sentence', async (t) => {
  const { issuer } = await start(t);
  await t.throwsAsync(fetchToken(issuer, 'nobody'), { instanceOf: SetUpFault, message: /Vorführkonto nobody gibt es nicht/ });
  await t.throwsAsync(fetchToken('http://localhost:1', 'sb-sg4'), { instanceOf: SetUpFault, message: /npm start/ });
});

/** A browser with cookies and nothing else. */
const browser = () => {
  const cookies = new Map<string, string>();
  return async (url: string, body?: Record<string, string>): Promise<Response> => {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
      ...(body ? { method: 'POST', body: new URLSearchParams(body) } : {}),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return response;
  };
};

const authorization = (issuer: string, more: Record<string, string>) =>
  `${issuer}/auth?${new URLSearchParams({
    client_id: 'lotse-web',
    response_type: 'code',
    redirect_uri: `${publicUrl}/auth/callback`,
    scope: 'openid profile',
    state: 'state',
    ...more,
  })}`;

test('signing in takes one click and ends at the application with a code for an id token and an access token', async (t) => {
  const { issuer, verify } = await start(t);
  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const open = browser();
  const begun = await open(authorization(issuer, { code_challenge: challenge, code_challenge_method: 'S256', nonce: 'n' }));
  const page = new URL(begun.headers.get('location') as string, issuer).href;
  const shown = await (await open(page)).text();
  t.regex(shown, /<html lang="de">/);
  t.true(shown.includes('value="sb-sg4"') && !shown.includes('<Hartwig>'), 'names are escaped');

  t.is((await open(page, { account: 'somebody' })).status, 400);
  const chosen = await open(page, { account: 'sb-sg4' });
  const back = new URL((await open(chosen.headers.get('location') as string)).headers.get('location') as string);
  t.is(`${back.origin}${back.pathname}`, `${publicUrl}/auth/callback`);

  const exchange = (code_verifier: string) =>
    fetch(`${issuer}/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: 'lotse-web',
        code: back.searchParams.get('code') as string,
        redirect_uri: `${publicUrl}/auth/callback`,
        code_verifier,
      }),
    });
  const answer = (await (await exchange(verifier)).json()) as { access_token: string; id_token: string };
  t.like((await verify(answer.access_token)).payload, { sub: 'sb-sg4', groups: ['sb-sg4'], aud: 'lotse' });
  t.truthy(answer.id_token);
  t.is((await exchange(verifier)).status, 400, 'a code works once');
});

test('without PKCE nobody signs in', async (t) => {
  const { issuer } = await start(t);
  const answer = await browser()(authorization(issuer, {}));
  t.regex(answer.headers.get('location') ?? '', /error=invalid_request/);
});
