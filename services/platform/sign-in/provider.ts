import * as oidc from 'openid-client';
import type { Config } from '../config.ts';
import { SignInNeeded, Unavailable } from '../errors.ts';
import { type Claims, readClaims } from './claims.ts';
import type { SignInAttempt } from './store.ts';

/** The browser's sign-in at the OpenID Connect provider: authorization code with PKCE. Tokens stay on this side. */
export type Provider = {
  /** `account` is who most likely wants to sign in: a hint the provider may show, or ignore. */
  begin(returnTo: string, account?: string): Promise<{ attempt: SignInAttempt; url: string }>;
  finish(query: URLSearchParams, attempt: SignInAttempt): Promise<{ claims: Claims; idToken: string }>;
  /** Where the browser ends the provider's own session, if the provider offers that. */
  endUrl(idToken: string): Promise<string | undefined>;
};

const unreachable = 'Die Anmeldung ist gerade nicht erreichbar. Bitte versuchen Sie es gleich noch einmal.';

export const createProvider = (config: Config): Provider => {
  const redirectUri = `${config.publicUrl}/auth/callback`;
  let known: Promise<oidc.Configuration> | undefined;
  const discover = (): Promise<oidc.Configuration> => {
    const insecure = config.oidcIssuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [];
    const authentication = config.oidcClientSecret ? oidc.ClientSecretBasic(config.oidcClientSecret) : oidc.None();
    known ??= oidc
      .discovery(new URL(config.oidcIssuer), config.oidcClientId, { [oidc.clockTolerance]: 60 }, authentication, {
        execute: insecure,
        timeout: 5,
      })
      .catch(() => {
        known = undefined;
        throw new Unavailable(unreachable);
      });
    return known;
  };

  return {
    async begin(returnTo, account) {
      const provider = await discover();
      const attempt = { state: oidc.randomState(), nonce: oidc.randomNonce(), codeVerifier: oidc.randomPKCECodeVerifier(), returnTo };
      const url = oidc.buildAuthorizationUrl(provider, {
        redirect_uri: redirectUri,
        scope: 'openid profile',
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(attempt.codeVerifier),
        code_challenge_method: 'S256',
        ...(account ? { login_hint: account } : {}),
      });
      return { attempt, url: url.href };
    },

    async finish(query, attempt) {
      const provider = await discover();
      try {
        const tokens = await oidc.authorizationCodeGrant(provider, new URL(`${redirectUri}?${query}`), {
          pkceCodeVerifier: attempt.codeVerifier,
          expectedState: attempt.state,
          expectedNonce: attempt.nonce,
          idTokenExpected: true,
        });
        const fromToken: Record<string, unknown> = { ...tokens.claims() };
        // Many providers keep groups out of the ID token.
        const info = Array.isArray(fromToken.groups) ? {} : await oidc.fetchUserInfo(provider, tokens.access_token, String(fromToken.sub));
        const claims = readClaims({ ...info, ...fromToken });
        if (!claims || !tokens.id_token) throw new SignInNeeded();
        return { claims, idToken: tokens.id_token };
      } catch (error) {
        if (error instanceof TypeError || (error instanceof Error && error.name === 'TimeoutError')) throw new Unavailable(unreachable);
        throw new SignInNeeded('Die Anmeldung hat nicht geklappt. Bitte versuchen Sie es noch einmal.');
      }
    },

    async endUrl(idToken) {
      const provider = await discover();
      if (!provider.serverMetadata().end_session_endpoint) return undefined;
      return oidc.buildEndSessionUrl(provider, { id_token_hint: idToken, post_logout_redirect_uri: `${config.publicUrl}/` }).href;
    },
  };
};
