import { mkdtemp } from 'node:fs/promises';
import { createServer as createPlainServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startIdentity } from '../../../services/embedded/identity.ts';
import { demoAccounts } from '../../../services/staff/index.ts';

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createPlainServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

/** An address for the application and an identity provider with the demo accounts that sends people back to it. */
export const startProvider = async () => {
  const port = await freePort();
  const base = `http://localhost:${port}`;
  const identity = await startIdentity({
    dataDir: await mkdtemp(join(tmpdir(), 'lotse-identity-')),
    port: await freePort(),
    cookieKey: 'for this test only, thirty-two b',
    accounts: demoAccounts,
    publicUrl: base,
  });
  return { base, port, issuer: identity.issuer, stop: identity.stop };
};

type Init = { method?: string; body?: URLSearchParams | FormData | string; headers?: Record<string, string> };

/** As much of a browser as forms without JavaScript need: cookies, and redirects when told to follow. */
export const createBrowser = (base: string) => {
  const jar = new Map<string, string>();
  const go = async (path: string, init: Init = {}): Promise<Response> => {
    const response = await fetch(new URL(path, base), {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (/max-age=0|expires=Thu, 01 Jan 1970/i.test(cookie)) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
  const follow = async (response: Response): Promise<Response> => {
    const to = response.headers.get('location');
    return to ? follow(await go(new URL(to, response.url).href)) : response;
  };
  return {
    jar,
    go,
    follow,
    open: async (path: string): Promise<Response> => follow(await go(path)),
    signIn: async (account: string, returnTo = '/'): Promise<Response> =>
      follow(await go(`/auth/login?account=${account}&returnTo=${encodeURIComponent(returnTo)}`)),
  };
};
export type Browser = ReturnType<typeof createBrowser>;

/** The hidden token of the first form on a page. */
export const tokenIn = (page: string): string => /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
