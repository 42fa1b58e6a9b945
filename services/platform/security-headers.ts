import type { Config } from './config.ts';

type Headers = Readonly<Record<string, string>>;

/**
 * On every answer, by its path. No inline script or style anywhere; pictures may be data URLs because the diagram editor draws with them.
 * HSTS only where the public address is https, else a plain local start would lock the browser out.
 */
export const securityHeaders = ({ publicUrl, oidcIssuer }: Pick<Config, 'publicUrl' | 'oidcIssuer'>): ((path: string) => Headers) => {
  const everywhere: Headers = {
    'content-security-policy':
      "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; " +
      // Signing out without JavaScript is a form whose answer leads on to the identity provider.
      `object-src 'none'; base-uri 'none'; form-action 'self'${URL.canParse(oidcIssuer) ? ` ${new URL(oidcIssuer).origin}` : ''}; frame-ancestors 'none'`,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    ...(publicUrl.startsWith('https:') ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {}),
  };
  const notKept: Headers = { ...everywhere, 'cache-control': 'no-store' };
  return (path) => (/^\/(?:api|auth)(?:\/|$)/.test(path) ? notKept : everywhere);
};
