import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import {
  configureIdentity,
  demoGrant,
  type FindAccount,
  type IdentityOptions,
  resource,
  resourceServer,
  tokenLifetime,
} from './identity-settings.ts';
import { requireFreePort } from './ports.ts';
import { type DemoAccount, renderSignInPage } from './sign-in-page.ts';

type Library = typeof import('oidc-provider');

export type Identity = { issuer: string; stop(): Promise<void> };

/** The library warns on the console that its memory store is for development and that it does not know our Node: both are meant. */
const withoutNotices = async <T>(work: () => Promise<T>): Promise<T> => {
  const { warn } = console;
  console.warn = () => {};
  try {
    return await work();
  } finally {
    console.warn = warn;
  }
};

const registerDemoGrant = ({ errors }: Library, provider: Provider, find: FindAccount) =>
  provider.registerGrantType(
    demoGrant,
    async (context) => {
      const account = find(String(context.oidc.params?.account ?? ''));
      const { client } = context.oidc;
      if (!account || !client) throw new errors.InvalidGrant('there is no such demo account');
      const grant = new provider.Grant({ clientId: client.clientId, accountId: account.account });
      const token = new provider.AccessToken({
        accountId: account.account,
        client,
        grantId: await grant.save(),
        gty: demoGrant,
        scope: 'openid profile',
      } as ConstructorParameters<typeof provider.AccessToken>[0]);
      token.resourceServer = new provider.ResourceServer(resource, resourceServer);
      context.body = { access_token: await token.save(), token_type: 'Bearer', expires_in: tokenLifetime };
    },
    ['account'],
  );

/** Whoever is still signed in as somebody else than the hint names is asked anew. */
const policyWithHint = ({ interactionPolicy: { base, Check } }: Library, find: FindAccount) => {
  const policy = base();
  policy.get('login')?.checks.add(
    new Check('login_hint', 'another account is signed in', ({ oidc }) => {
      const { login_hint: hint } = oidc.params ?? {};
      const other = typeof hint === 'string' && find(hint) !== undefined && oidc.session?.accountId !== hint;
      return other ? Check.REQUEST_PROMPT : Check.NO_NEED_TO_PROMPT;
    }),
  );
  return policy;
};

const readForm = async (request: IncomingMessage): Promise<URLSearchParams> => {
  let body = '';
  for await (const chunk of request) {
    body += String(chunk);
    if (body.length > 10_000) break;
  }
  return new URLSearchParams(body);
};

/** The library would first sign the former person out, by a page that needs JavaScript. */
const changePerson = async (provider: Provider, sessionUid: string, accountId: string): Promise<void> => {
  const session = await provider.Session.findByUid(sessionUid);
  if (!session) return;
  session.loginAccount({ accountId, transient: true });
  session.authorizations = {};
  await session.persist();
};

/** GET shows the accounts, POST takes one. oidc-provider's interaction cookie ties both to the browser that began. */
const interact = async (provider: Provider, accounts: readonly DemoAccount[], request: IncomingMessage, response: ServerResponse) => {
  const { uid, params, session: before } = await provider.interactionDetails(request, response);
  // The start page of the demo has asked already who it is to be.
  const hinted = accounts.find((each) => each.account === params.login_hint);
  if (request.method !== 'POST' && !hinted) {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    });
    response.end(renderSignInPage(uid, accounts));
    return;
  }
  const account = hinted ? hinted.account : (await readForm(request)).get('account');
  const known = hinted ?? accounts.find((each) => each.account === account);
  if (!known) {
    response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' }).end('Dieses Konto gibt es nicht.');
    return;
  }
  const next = await provider.interactionResult(request, response, { login: { accountId: known.account, remember: false } });
  if (before && before.accountId !== known.account) await changePerson(provider, before.uid, known.account);
  response.writeHead(303, { location: next, 'cache-control': 'no-store' }).end();
};

/** An OpenID Connect provider with the demo accounts, inside the starter's process, on loopback only. */
export const startIdentity = async (options: IdentityOptions): Promise<Identity> => {
  await requireFreePort(options.port, 'EMBEDDED_OIDC_PORT');
  const accounts = new Map(options.accounts.map((account) => [account.account, account]));
  const find = (account: string) => accounts.get(account);
  const issuer = `http://localhost:${options.port}`;
  const settings = await configureIdentity(options, find);
  const { library, provider } = await withoutNotices(async () => {
    const library = await import('oidc-provider');
    settings.interactions = { ...settings.interactions, policy: policyWithHint(library, find) };
    return { library, provider: new library.Provider(issuer, settings) };
  });
  registerDemoGrant(library, provider, find);
  const serve = provider.callback();
  const server = createServer((request, response) => {
    if (!request.url?.startsWith('/interaction/')) {
      void serve(request, response);
      return;
    }
    interact(provider, options.accounts, request, response).catch((error: unknown) => {
      const expired = error instanceof library.errors.SessionNotFound;
      response.writeHead(expired ? 400 : 500, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(
        expired ? 'Diese Anmeldung ist abgelaufen. Bitte beginnen Sie in der Anwendung von vorn.' : 'Die Anmeldung ist gerade gestört.',
      );
    });
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(options.port, '127.0.0.1', resolve));
  return {
    issuer,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
