import { createHash, randomBytes } from 'node:crypto';

/** Values are 32 random bytes; the database only ever sees their hash. */
export const newSecret = (): string => randomBytes(32).toString('base64url');
export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** With https the name's prefix makes the browser insist on Secure, this host and the whole path. */
export const cookieName = (name: string, publicUrl: string): string => (publicUrl.startsWith('https:') ? `__Host-${name}` : name);

export const readCookie = (header: string | undefined, name: string): string | undefined => {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) {
      const value = part.slice(at + 1).trim();
      return /^[\w-]{43}$/.test(value) ? value : undefined;
    }
  }
  return undefined;
};

/** `seconds` 0 removes the cookie; undefined keeps it until the browser closes. Lax, because the way back from the provider is a foreign link. */
export const writeCookie = (name: string, value: string, publicUrl: string, seconds?: number): string =>
  [
    `${cookieName(name, publicUrl)}=${value}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    ...(publicUrl.startsWith('https:') ? ['Secure'] : []),
    ...(seconds === undefined ? [] : [`Max-Age=${seconds}`]),
  ].join('; ');
