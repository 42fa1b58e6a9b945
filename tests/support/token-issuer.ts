import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

type Keys = Awaited<ReturnType<typeof generateKeyPair>> & { kid: string };
export type TokenOptions = { issuer?: string; audience?: string | string[]; issuedAt?: number; expiresAt?: number; keys?: Keys };

/** A token issuer under the test's control: discovery, keys that can be changed, and tokens of any kind. */
export type TokenIssuer = {
  url: string;
  sign(claims: JWTPayload, options?: TokenOptions): Promise<string>;
  makeKeys(kid: string): Promise<Keys>;
  /** Publishes and uses new keys instead of the old ones. */
  rotate(kid: string): Promise<void>;
  publicKey(): Promise<string>;
  stop(): Promise<void>;
};

export const startTokenIssuer = async (audience = 'lotse'): Promise<TokenIssuer> => {
  const makeKeys = async (kid: string): Promise<Keys> => ({ ...(await generateKeyPair('RS256', { extractable: true })), kid });
  let current = await makeKeys('one');
  const server = createServer(async (request, response) => {
    const jwks = { keys: [{ ...(await exportJWK(current.publicKey)), kid: current.kid, alg: 'RS256', use: 'sig' }] };
    const answers: Record<string, unknown> = {
      '/.well-known/openid-configuration': { issuer: url, jwks_uri: `${url}/jwks` },
      '/jwks': jwks,
    };
    const found = answers[request.url ?? ''];
    response.writeHead(found ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(found ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    makeKeys,
    async sign(claims, options = {}) {
      const keys = options.keys ?? current;
      const now = Math.floor(Date.now() / 1000);
      return new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', kid: keys.kid, typ: 'at+jwt' })
        .setIssuer(options.issuer ?? url)
        .setAudience(options.audience ?? audience)
        .setIssuedAt(options.issuedAt ?? now)
        .setExpirationTime(options.expiresAt ?? now + 600)
        .sign(keys.privateKey);
    },
    async rotate(kid) {
      current = await makeKeys(kid);
    },
    publicKey: async () => JSON.stringify(await exportJWK(current.publicKey)),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
