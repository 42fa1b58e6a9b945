import type { AccountClaims, Configuration, ResourceServer } from 'oidc-provider';
import { readKeys } from './identity-keys.ts';
import { type DemoAccount, renderSignOutPage } from './sign-in-page.ts';

export const webClientId = 'lotse-web';
export const tokenClientId = 'lotse-token';
export const audience = 'lotse';
/** Resource indicators must be absolute; the token's audience is the plain word. */
export const resource = 'urn:lotse:api';
/** Only this provider knows it: a token for a demo account without a sign-in (`npm run -s token -- <account>`). */
export const demoGrant = 'urn:lotse:grant:demo-account';
/** A working day, s: long enough for a demonstration. */
export const tokenLifetime = 10 * 3600;

export type IdentityOptions = {
  dataDir: string;
  port: number;
  cookieKey: string;
  accounts: readonly DemoAccount[];
  /** Where the application lives in the browser, e.g. http://localhost:3000. */
  publicUrl: string;
};

export type FindAccount = (account: string) => DemoAccount | undefined;

/** An access token is a JWT that the services check by themselves, by signature, issuer and audience. */
export const resourceServer = {
  scope: 'openid profile',
  audience,
  accessTokenFormat: 'jwt',
  accessTokenTTL: tokenLifetime,
  jwt: { sign: { alg: 'RS256' } },
} satisfies Partial<ResourceServer>;

const claimsOf = ({ account, name, groups, teams, applicant }: DemoAccount): AccountClaims => ({
  sub: account,
  name,
  preferred_username: account,
  groups,
  teams,
  applicant,
});

export const configureIdentity = async (options: IdentityOptions, find: FindAccount): Promise<Configuration> => ({
  jwks: await readKeys(options.dataDir),
  cookies: { keys: [options.cookieKey], long: { httpOnly: true, sameSite: 'lax' }, short: { httpOnly: true, sameSite: 'lax' } },
  clients: [
    {
      client_id: webClientId,
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code'],
      response_types: ['code'],
      redirect_uris: [`${options.publicUrl}/auth/callback`],
      post_logout_redirect_uris: [`${options.publicUrl}/`],
    },
    { client_id: tokenClientId, token_endpoint_auth_method: 'none', grant_types: [demoGrant], response_types: [], redirect_uris: [] },
  ],
  claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'groups', 'teams', 'applicant'] },
  // The browser's part gets all it needs with the id token; nobody calls userinfo.
  conformIdTokenClaims: false,
  scopes: ['openid', 'profile'],
  pkce: { required: () => true },
  ttl: { AccessToken: tokenLifetime, IdToken: tokenLifetime, Session: tokenLifetime, Grant: tokenLifetime, Interaction: 3600 },
  features: {
    devInteractions: { enabled: false },
    rpInitiatedLogout: {
      logoutSource: (context, form) => {
        context.body = renderSignOutPage(form);
      },
    },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => resource,
      useGrantedResource: () => true,
      getResourceServerInfo: () => resourceServer,
    },
  },
  interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (_context, sub) => {
    const account = find(sub);
    return account && { accountId: sub, claims: () => claimsOf(account) };
  },
  // Nobody is asked for consent: the office's own application is the only client.
  loadExistingGrant: async (context) => {
    const grant = new context.oidc.provider.Grant({
      clientId: context.oidc.client?.clientId ?? '',
      accountId: context.oidc.session?.accountId ?? '',
    });
    grant.addOIDCScope('openid profile');
    grant.addResourceScope(resource, 'openid profile');
    await grant.save();
    return grant;
  },
  extraTokenClaims: (_context, token) => {
    const account = 'accountId' in token ? find(token.accountId) : undefined;
    return account && { name: account.name, groups: [...account.groups], teams: [...account.teams], applicant: account.applicant };
  },
});
