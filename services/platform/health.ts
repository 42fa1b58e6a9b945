import Joi from 'joi';
import { type AnyRoute, defineRoute, reply } from './route.ts';

/** Resolves when the part works; rejects otherwise. */
export type HealthCheck = () => Promise<unknown>;

const patience = 3000;

const look = async (check: HealthCheck): Promise<'ok' | 'down'> => {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error('no answer')), patience);
  try {
    await Promise.race([check(), late.promise]);
    return 'ok';
  } catch {
    return 'down';
  } finally {
    clearTimeout(timer);
  }
};

const body = (names: string[]): Joi.Schema =>
  Joi.object({
    status: Joi.valid('ok', 'down').required(),
    ...Object.fromEntries(names.map((name) => [name, Joi.valid('ok', 'down').required()])),
    version: Joi.string().required(),
  });

/** Says which part is down, not why: the reason stands in the log. */
export const healthRoute = (checks: Record<string, HealthCheck>, version: string): AnyRoute<unknown> =>
  defineRoute<unknown>({
    method: 'GET',
    path: '/api/health',
    summary: 'Zustand von Lotse und seiner Teile',
    access: 'public',
    answers: {
      200: { description: 'Alles arbeitet.', schema: body(Object.keys(checks)) },
      503: { description: 'Ein Teil fehlt gerade; welcher, steht in der Antwort.', schema: body(Object.keys(checks)) },
    },
    handle: async () => {
      const parts = Object.fromEntries(await Promise.all(Object.entries(checks).map(async ([name, check]) => [name, await look(check)])));
      const ok = Object.values(parts).every((state) => state === 'ok');
      return ok
        ? reply(200, { status: 'ok', ...parts, version })
        : reply(503, { status: 'down', ...parts, version }, { 'retry-after': '5' });
    },
  });
