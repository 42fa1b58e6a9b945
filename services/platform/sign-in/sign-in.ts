import type { Database } from '../../../db/connection.ts';
import type { Config } from '../config.ts';
import { Forbidden, SignInNeeded } from '../errors.ts';
import type { AnyRoute, User } from '../route.ts';
import { createTokenReader } from './access-token.ts';
import type { Identify } from './claims.ts';
import { cookieName, hashSecret, readCookie } from './cookies.ts';
import { createProvider } from './provider.ts';
import { signInRoutes } from './routes.ts';
import { findSession, touchSession } from './store.ts';

export type Asking = {
  /** Lower case. */
  method: string;
  headers: Record<string, string | undefined>;
  /** False for a look that must not keep an idle session alive. */
  touch: boolean;
  /** The form of a page: guardForm and assertFormToken (forms.ts) see to it that it is ours. */
  form?: boolean;
};

/** Who is asking: by bearer token, else by session cookie. */
export type SignIn = {
  /** Undefined: nobody is signed in. Throws SignInNeeded for a token that does not count, Forbidden for a forged request. */
  identify(asking: Asking): Promise<User | undefined>;
  routes: AnyRoute<unknown>[];
};

export const createSignIn = (parts: { config: Config; db: Database; identify: Identify }): SignIn => {
  const { config, db } = parts;
  const readToken = createTokenReader({ issuer: config.oidcIssuer, audience: config.oidcAudience });
  const sessionCookie = cookieName('lotse', config.publicUrl);

  const byToken = async (token: string): Promise<User> => {
    const user = await parts.identify(await readToken(token));
    if (!user) throw new SignInNeeded();
    return user;
  };

  const bySession = async (secret: string, touch: boolean): Promise<User | undefined> => {
    const hash = hashSecret(secret);
    const session = await findSession(db, hash, config.sessionIdleMinutes);
    if (!session) return undefined;
    if (session.stale && touch) await touchSession(db, hash);
    return parts.identify({ ...session.claims, issuedAt: Temporal.Instant.from(session.claims.issuedAt) });
  };

  return {
    async identify({ method, headers, touch, form }) {
      const bearer = /^Bearer ([\w.~+/=-]+)$/i.exec(headers.authorization ?? '');
      if (bearer?.[1]) return byToken(bearer[1]);
      const secret = headers.authorization === undefined ? readCookie(headers.cookie, sessionCookie) : undefined;
      if (!secret) return undefined;
      if (method !== 'get' && method !== 'head' && !form) assertOwnPage(headers, config.publicUrl);
      return bySession(secret, touch);
    },
    routes: signInRoutes({ config, db, provider: createProvider(config), identify: parts.identify }),
  };
};

/**
 * A browser sends the cookie along with requests other sites cause. Ours carry a header no foreign page can set without being
 * asked first, and come from our own origin by the browser's word.
 */
const assertOwnPage = (headers: Record<string, string | undefined>, publicUrl: string): void => {
  const site = headers['sec-fetch-site'];
  const own = site === undefined ? headers.origin === new URL(publicUrl).origin : site === 'same-origin';
  if (!own || !headers['x-lotse-csrf']) throw new Forbidden('Diese Anfrage kam nicht von einer Seite von Lotse.');
};
