import type { User } from '../route.ts';

/** What the identity provider says about a person, from an access token or a browser sign-in. */
export type Claims = {
  account: string;
  name: string;
  groups: readonly string[];
  teams: readonly string[];
  /** When the provider said so. */
  issuedAt: Temporal.Instant;
};

/** Turns claims into a user of the office; undefined when the account is locked here. */
export type Identify = (claims: Claims) => Promise<User | undefined>;

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []);
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/**
 * `preferred_username` is the account, else `sub`. Groups come from `groups`; a leading slash (Keycloak's full paths) is dropped.
 * Undefined if the token names nobody.
 */
export const readClaims = (source: Record<string, unknown>): Claims | undefined => {
  const account = text(source.preferred_username) ?? text(source.sub);
  if (!account) return undefined;
  return {
    account,
    name: text(source.name) ?? account,
    groups: texts(source.groups).map((group) => group.replace(/^\//, '')),
    teams: texts(source.teams),
    issuedAt: Temporal.Instant.fromEpochMilliseconds((typeof source.iat === 'number' ? source.iat : 0) * 1000),
  };
};
