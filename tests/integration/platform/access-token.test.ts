import { createHmac } from 'node:crypto';
import test from 'ava';
import { SignInNeeded, Unavailable } from '../../../services/platform/errors.ts';
import { createTokenReader } from '../../../services/platform/sign-in/access-token.ts';
import { startTokenIssuer, type TokenIssuer } from '../../support/token-issuer.ts';

const person = { sub: 'u-1', preferred_username: 'sb-sg4', name: 'Ines Hartwig', groups: ['/sb-sg4', 'other', 7] };
const now = (): number => Math.floor(Date.now() / 1000);
const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

let issuer: TokenIssuer;
let read: ReturnType<typeof createTokenReader>;
test.before(async () => {
  issuer = await startTokenIssuer();
  read = createTokenReader({ issuer: issuer.url, audience: 'lotse' });
});
test.after.always(() => issuer.stop());

test('a good token names account, name and groups', async (t) => {
  const claims = await read(await issuer.sign(person));
  t.like(claims, { account: 'sb-sg4', name: 'Ines Hartwig', groups: ['sb-sg4', 'other'] });
});

test('a token without groups is a person without rights', async (t) => {
  t.deepEqual((await read(await issuer.sign({ sub: 'u-2' }))).groups, []);
});

test('an audience list that contains ours is fine', async (t) => {
  await t.notThrowsAsync(async () => read(await issuer.sign(person, { audience: ['other', 'lotse'] })));
});

test('a clock 50 seconds off is fine', async (t) => {
  await t.notThrowsAsync(async () => read(await issuer.sign(person, { expiresAt: now() - 50 })));
  await t.notThrowsAsync(async () => read(await issuer.sign(person, { issuedAt: now() + 50 })));
});

const bad: Record<string, () => Promise<string>> = {
  'of another issuer': () => issuer.sign(person, { issuer: 'http://evil.example' }),
  'for another audience': () => issuer.sign(person, { audience: 'lotse-web' }),
  'that has run out': () => issuer.sign(person, { expiresAt: now() - 120 }),
  'from the future': () => issuer.sign(person, { issuedAt: now() + 3600, expiresAt: now() + 7200 }),
  'signed with a foreign key': async () => issuer.sign(person, { keys: await issuer.makeKeys('foreign') }),
  'signed with a foreign key under a known id': async () => issuer.sign(person, { keys: await issuer.makeKeys('one') }),
  'that is no token': async () => 'abc.def.ghi',
  'without a person': () => issuer.sign({}),
  'with alg none': async () =>
    `${encode({ alg: 'none' })}.${encode({ ...person, iss: issuer.url, aud: 'lotse', iat: now(), exp: now() + 600 })}.`,
  'signed with the public key as a shared secret': async () => {
    const body = `${encode({ alg: 'HS256', kid: 'one' })}.${encode({ ...person, iss: issuer.url, aud: 'lotse', iat: now(), exp: now() + 600 })}`;
    return `${body}.${createHmac('sha256', await issuer.publicKey())
      .update(body)
      .digest('base64url')}`;
  },
};
for (const [name, make] of Object.entries(bad))
  test(`a token ${name} does not count`, async (t) => {
    const token = await make();
    await t.throwsAsync(() => read(token), { instanceOf: SignInNeeded });
  });

test('new keys of the issuer are fetched when a token names them', async (t) => {
  const own = await startTokenIssuer();
  const readOwn = createTokenReader({ issuer: own.url, audience: 'lotse' });
  await readOwn(await own.sign(person));
  await own.rotate('two');
  const token = await own.sign(person);
  // Keys are fetched at most every five seconds, so that bad tokens cannot flood the issuer.
  const until = Date.now() + 10_000;
  let claims: unknown;
  while (!claims && Date.now() < until) {
    claims = await readOwn(token).catch(() => undefined);
    if (!claims) await new Promise((resolve) => setTimeout(resolve, 200));
  }
  t.like(claims, { account: 'sb-sg4' });
  await own.stop();
});

test('an issuer that is gone is 503, and it works again when it is back', async (t) => {
  const own = await startTokenIssuer();
  const token = await own.sign(person);
  await own.stop();
  await t.throwsAsync(() => createTokenReader({ issuer: own.url, audience: 'lotse' })(token), { instanceOf: Unavailable });
});

test('a provider that answers for another issuer is not believed', async (t) => {
  const other = issuer.url.replace('127.0.0.1', 'localhost');
  const token = await issuer.sign(person, { issuer: other });
  await t.throwsAsync(() => createTokenReader({ issuer: other, audience: 'lotse' })(token), { instanceOf: Unavailable });
});
