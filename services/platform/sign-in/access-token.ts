import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { SignInNeeded, Unavailable } from '../errors.ts';
import { type Claims, readClaims } from './claims.ts';

const toleranceSeconds = 60;
/** A token that was good a moment ago is not verified again: its signature costs more than all else about a small request. */
const keepMs = 30_000;
const mostKept = 5_000;
const algorithms = ['RS256', 'PS256', 'ES256', 'EdDSA'];
const noProvider = 'Die Anmeldung ist gerade nicht erreichbar. Bitte versuchen Sie es gleich noch einmal.';

type Keys = ReturnType<typeof createRemoteJWKSet>;

/** Reads the provider's own description and returns where its keys are. The issuer in it must be the one asked. */
const discoverKeys = async (issuer: string): Promise<Keys> => {
  const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
    signal: AbortSignal.timeout(5000),
    redirect: 'error',
  });
  if (!response.ok) throw new Error(`discovery answers ${response.status}`);
  const found = (await response.json()) as { issuer?: unknown; jwks_uri?: unknown };
  if (found.issuer !== issuer || typeof found.jwks_uri !== 'string') throw new Error('discovery answers for another issuer');
  return createRemoteJWKSet(new URL(found.jwks_uri), { cacheMaxAge: 600_000, cooldownDuration: 5_000, timeoutDuration: 5000 });
};

/**
 * Checks access tokens: signature by the provider's keys (fetched again when a new key id shows up), issuer, audience, times.
 * The audience keeps ID tokens out, the list of algorithms keeps `none` and shared secrets out.
 */
export const createTokenReader = (settings: { issuer: string; audience: string }): ((token: string) => Promise<Claims>) => {
  let keys: Promise<Keys> | undefined;
  const verified = new Map<string, { claims: Claims; until: number }>();
  const getKeys = (): Promise<Keys> => {
    keys ??= discoverKeys(settings.issuer).catch((error: unknown) => {
      keys = undefined;
      throw error;
    });
    return keys;
  };
  return async (token) => {
    const known = verified.get(token);
    if (known && known.until > Date.now()) return known.claims;
    verified.delete(token);
    try {
      const { payload } = await jwtVerify(token, await getKeys(), {
        issuer: settings.issuer,
        audience: settings.audience,
        algorithms,
        clockTolerance: toleranceSeconds,
        requiredClaims: ['sub', 'exp', 'iat'],
      });
      const claims = readClaims(payload);
      if (!claims || (payload.iat ?? 0) > Date.now() / 1000 + toleranceSeconds) throw new SignInNeeded();
      if (verified.size >= mostKept) verified.clear();
      verified.set(token, { claims, until: Math.min(Date.now() + keepMs, (payload.exp ?? 0) * 1000) });
      return claims;
    } catch (error) {
      if (error instanceof SignInNeeded) throw error;
      if (error instanceof errors.JWKSTimeout) throw new Unavailable(noProvider);
      if (error instanceof errors.JOSEError && !(error.constructor === errors.JOSEError))
        throw new SignInNeeded('Die Anmeldung gilt nicht mehr. Bitte melden Sie sich neu an.');
      throw new Unavailable(noProvider);
    }
  };
};
