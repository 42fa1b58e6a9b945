import Joi from 'joi';
import type { Database } from '../../../db/connection.ts';
import { signedOut } from '../answers.ts';
import type { Config } from '../config.ts';
import { SignInNeeded } from '../errors.ts';
import { type AnyRoute, defineRoute, reply } from '../route.ts';
import type { Identify } from './claims.ts';
import { cookieName, hashSecret, newSecret, readCookie, writeCookie } from './cookies.ts';
import type { Provider } from './provider.ts';
import { deleteSession, insertAttempt, insertSession, takeAttempt } from './store.ts';

type Parts = { config: Config; db: Database; provider: Provider; identify: Identify };

const attemptCookie = 'lotse-anmeldung';
const word = Joi.string().allow('').max(4096);

/**
 * A path of our own, else the start page. Whatever an address means to a browser, it must mean the same once more when it stands in the
 * `Location`: dots that lead to `//evil.example` are only resolved then.
 */
export const ownPath = (path: string | undefined, publicUrl: string): string => {
  const own = new URL(publicUrl).origin;
  if (!path?.startsWith('/') || !URL.canParse(path, own)) return '/';
  const { origin, pathname, search, hash } = new URL(path, own);
  const location = `${pathname}${search}${hash}`;
  const again = URL.canParse(location, own) ? new URL(location, own).origin : undefined;
  return origin === own && again === own ? location : '/';
};

export const signInRoutes = (parts: Parts): AnyRoute<unknown>[] => [login(parts), callback(parts), logout(parts), signOut(parts)];

const login = ({ config, db, provider }: Parts): AnyRoute<unknown> =>
  defineRoute<unknown, Record<string, never>, { returnTo?: string; account?: string }>({
    method: 'GET',
    path: '/auth/login',
    summary: 'Anmelden: leitet zum Anmeldedienst weiter',
    access: 'public',
    limit: { kind: 'sign-in' },
    query: {
      returnTo: word.description('Seite, auf die es danach geht'),
      account: Joi.string().max(100).description('Konto, das sich voraussichtlich anmeldet'),
    },
    answers: { 302: { description: 'Weiter zum Anmeldedienst.' }, 503: { description: 'Der Anmeldedienst antwortet nicht.' } },
    handle: async ({ query, headers }) => {
      const returnTo = ownPath(query.returnTo, config.publicUrl);
      // The way back leads to the public address; a cookie set on another name of this machine would be missing there.
      if (headers.host !== new URL(config.publicUrl).host && headers['x-forwarded-host'] === undefined && headers.host?.includes(':'))
        return reply(302, undefined, { location: `${config.publicUrl}/auth/login?${new URLSearchParams({ ...query, returnTo })}` });
      const { attempt, url } = await provider.begin(returnTo, query.account);
      const browser = newSecret();
      await insertAttempt(db, hashSecret(browser), attempt);
      return reply(302, undefined, { location: url, 'set-cookie': [writeCookie(attemptCookie, browser, config.publicUrl, 600)] });
    },
  });

const callback = ({ config, db, provider, identify }: Parts): AnyRoute<unknown> =>
  defineRoute<unknown, Record<string, never>, Record<string, string>>({
    method: 'GET',
    path: '/auth/callback',
    summary: 'Rückweg vom Anmeldedienst',
    access: 'public',
    query: { code: word, state: word, iss: word, session_state: word, error: word, error_description: word, scope: word },
    answers: { 302: { description: 'Angemeldet; weiter zur gewünschten Seite.' }, 401: { description: 'Die Anmeldung gilt nicht.' } },
    handle: async ({ query, headers }) => {
      const browser = readCookie(headers.cookie, cookieName(attemptCookie, config.publicUrl));
      const attempt = browser ? await takeAttempt(db, hashSecret(browser)) : undefined;
      if (!attempt) throw new SignInNeeded('Diese Anmeldung ist abgelaufen. Bitte beginnen Sie sie neu.');
      const { claims, idToken } = await provider.finish(new URLSearchParams(query), attempt);
      if (!(await identify(claims))) throw new SignInNeeded('Dieses Konto ist gesperrt.');
      // A new id at each sign-in, and the one the browser came with ends: nobody can plant a session.
      const old = readCookie(headers.cookie, cookieName('lotse', config.publicUrl));
      if (old) await deleteSession(db, hashSecret(old));
      const session = newSecret();
      await insertSession(db, hashSecret(session), {
        claims: { ...claims, issuedAt: claims.issuedAt.toString() },
        idToken,
        idleMinutes: config.sessionIdleMinutes,
      });
      const cookies = [writeCookie('lotse', session, config.publicUrl), writeCookie(attemptCookie, '', config.publicUrl, 0)];
      return reply(302, undefined, { location: attempt.returnTo, 'set-cookie': cookies });
    },
  });

/** Ends the session of this browser. Returns where the provider ends its own, and the cookie that takes ours away. */
const endSession = async ({ config, db, provider }: Parts, cookies: string | undefined): Promise<{ next: string; cookie: string }> => {
  const secret = readCookie(cookies, cookieName('lotse', config.publicUrl));
  const ended = secret ? await deleteSession(db, hashSecret(secret)) : undefined;
  const next = ended ? await provider.endUrl(ended.idToken).catch(() => undefined) : undefined;
  return { next: next ?? '/', cookie: writeCookie('lotse', '', config.publicUrl, 0) };
};

const logout = (parts: Parts): AnyRoute<unknown> =>
  defineRoute<unknown>({
    method: 'POST',
    path: '/auth/logout',
    summary: 'Abmelden; die Antwort nennt die Seite, auf der auch der Anmeldedienst abmeldet',
    access: 'signed-in',
    guard: 'access',
    answers: { 200: { description: 'Abgemeldet.', schema: signedOut } },
    handle: async ({ headers }) => {
      const { next, cookie } = await endSession(parts, headers.cookie);
      return reply(200, { next }, { 'set-cookie': [cookie], 'clear-site-data': '"cache", "storage"' });
    },
  });

/** The same for a page without JavaScript. Whoever is signed out already, or comes by a form that is not ours, lands on the start page. */
const signOut = (parts: Parts): AnyRoute<unknown> =>
  defineRoute<unknown>({
    method: 'POST',
    path: '/auth/sign-out',
    summary: 'Abmelden von einer Seite ohne JavaScript',
    access: 'signed-in',
    guard: 'access',
    page: () => reply(303, undefined, { location: '/' }),
    answers: { 303: { description: 'Abgemeldet; weiter zum Anmeldedienst oder zur Startseite.' } },
    handle: async ({ headers }) => {
      const { next, cookie } = await endSession(parts, headers.cookie);
      return reply(303, undefined, { location: next, 'set-cookie': [cookie], 'clear-site-data': '"cache", "storage"' });
    },
  });
