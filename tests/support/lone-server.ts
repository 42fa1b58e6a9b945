// The HTTP server alone in a process of its own, with routes that go wrong: what ends a process cannot be tried in the one that tests.
import type { AddressInfo } from 'node:net';
import { readConfig } from '../../services/platform/config.ts';
import { createLog } from '../../services/platform/log.ts';
import { watchRejections } from '../../services/platform/request-scope.ts';
import { type Answer, type AnyRoute, defineRoute, reply } from '../../services/platform/route.ts';
import { createServer } from '../../services/platform/server.ts';
import { demoSignIn } from './demo-sign-in.ts';

const route = (path: string, handle: () => Promise<Answer>): AnyRoute<object> =>
  defineRoute<object>({ method: 'GET', path, summary: 'Probe', access: 'public', answers: { 200: { description: 'Gut.' } }, handle });

const later = (work: () => void) => void setTimeout(work, 5);

const log = createLog({ level: 'info', name: 'probe' });
watchRejections(log);
const server = createServer<object>({
  deps: {},
  routes: [
    route('/well', async () => reply(200, { ok: true })),
    route('/lost-before', () => {
      void Promise.reject(new Error('lost before the answer'));
      return new Promise(() => undefined);
    }),
    route('/lost-after', async () => {
      later(() => void Promise.reject(new Error('lost after the answer')));
      return reply(200, { ok: true });
    }),
    route('/lost-beside', async () => {
      void Promise.reject(new Error('lost beside the answer'));
      await new Promise((resolve) => setTimeout(resolve, 20));
      return reply(200, { ok: true });
    }),
    route('/thrown', async () => {
      later(() => {
        throw new Error('thrown in a callback');
      });
      return reply(200, { ok: true });
    }),
  ],
  config: readConfig({ PORT: '0' }),
  log,
  signIn: demoSignIn,
  health: {},
  version: '0',
});
await server.start();
process.on('message', (message) => {
  if (message === 'break') void Promise.reject(new Error('work of its own'));
});
process.send?.({ port: (server.listener.address() as AddressInfo).port });
