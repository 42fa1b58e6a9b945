import type Hapi from '@hapi/hapi';
import { loadRoutes } from '../../../services/platform/load-routes.ts';
import { createServer } from '../../../services/platform/server.ts';
import { as, demoSignIn } from '../../support/demo-sign-in.ts';
import { openOffice, type TestDeps } from '../letters/office.ts';

const servicesDir = new URL('../../../services', import.meta.url).pathname;

/** All routes over a database of their own, without an engine: what would be said to it stays in the outbox. */
export const openPortal = async (change: { demo?: boolean } = {}) => {
  const office = await openOffice();
  const { deps } = office;
  const config = { ...deps.config, demo: change.demo ?? true };
  const served = {
    ...deps,
    config,
    get clock() {
      return deps.clock;
    },
  } as TestDeps;
  const server = createServer({
    deps: served,
    routes: await loadRoutes<TestDeps>(servicesDir),
    config,
    log: deps.log,
    signIn: demoSignIn,
    health: {},
    version: '0',
  });
  return { ...office, server };
};

type Form = Record<string, string>;

/** A person at a browser without JavaScript. */
export const at = (server: Hapi.Server, account: string) => {
  const send = async (method: 'GET' | 'POST', url: string, more: object = {}) => {
    const { statusCode, payload, headers } = await server.inject({ method, url, headers: as(account), ...more });
    return { status: statusCode, page: payload, to: headers.location as string | undefined, headers };
  };
  return {
    open: (url: string, headers: Form = {}) => send('GET', url, { headers: { ...as(account), ...headers } }),
    post: (url: string, form: Form = {}) =>
      send('POST', url, {
        headers: { ...as(account), 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams(form).toString(),
      }),
    upload: async (url: string, form: FormData) => {
      const request = new Request('http://x', { method: 'POST', body: form });
      return send('POST', url, {
        headers: { ...as(account), 'content-type': request.headers.get('content-type') ?? '' },
        payload: Buffer.from(await request.arrayBuffer()),
      });
    },
  };
};

export const pdf = (name: string): File => new File([`%PDF-1.4\n% ${name}\n%%EOF\n`], name, { type: 'application/pdf' });
