import { createHmac, timingSafeEqual } from 'node:crypto';
import { Forbidden } from '../errors.ts';
import { cookieName, readCookie } from './cookies.ts';

/**
 * Pages work without JavaScript, so their forms cannot set the header that other changes need. A form post counts as ours when the
 * browser itself says so (`Sec-Fetch-Site: same-origin` and our `Origin`), or when it carries the token of this session. The token is
 * made from the session's secret: no other site knows it, and a token of another session is of no use. What the browser says to
 * come from elsewhere is refused, token or not.
 */
export type FormGuard = {
  /** Of this session; empty without one. */
  token: string;
  /** Nothing has shown yet that the form is ours: its token must. */
  tokenNeeded: boolean;
};

type Headers = Record<string, string | undefined>;

const refuse = (): never => {
  throw new Forbidden('Dieses Formular kam nicht von einer Seite von Lotse. Bitte laden Sie die Seite neu und senden Sie es noch einmal.');
};

const tokenOf = (secret: string | undefined): string =>
  secret === undefined ? '' : createHmac('sha256', secret).update('form').digest('base64url');

/** Throws Forbidden for a post that the browser says another site has caused. */
export const guardForm = (method: string, headers: Headers, publicUrl: string): FormGuard => {
  const session = headers.authorization === undefined ? readCookie(headers.cookie, cookieName('lotse', publicUrl)) : undefined;
  const token = tokenOf(session);
  if (method === 'get' || method === 'head' || session === undefined) return { token, tokenNeeded: false };
  const site = headers['sec-fetch-site'];
  const { origin } = headers;
  const own = origin === new URL(publicUrl).origin;
  // "null" is what a browser writes that was told to name no origin; it proves nothing.
  if ((site !== undefined && site !== 'same-origin') || (origin !== undefined && origin !== 'null' && !own)) refuse();
  return { token, tokenNeeded: !(site === 'same-origin' && own) };
};

/** Returns the form's fields without the token. Throws Forbidden when it is needed and is not that of the session. */
export const assertFormToken = (fields: Record<string, unknown>, guard: FormGuard | undefined): Record<string, unknown> => {
  const { csrf, ...rest } = fields;
  if (!guard?.tokenNeeded) return rest;
  const given = Buffer.from(typeof csrf === 'string' ? csrf : '');
  const wanted = Buffer.from(guard.token);
  if (wanted.length === 0 || given.length !== wanted.length || !timingSafeEqual(given, wanted)) refuse();
  return rest;
};
