import Joi from 'joi';
import { type AnyRoute, defineRoute, reply } from './route.ts';

/** Resolves when the part works; rejects otherwise. */
export type HealthCheck = () => Promise<unknown>;

const patience = 3000;

/** Thrown by a check whose reason may be read by anybody. */
export class Down extends Error {}

type State = { state: 'ok' | 'down'; reason: string };

const look = async (check: HealthCheck): Promise<State> => {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error('no answer')), patience);
  try {
    await Promise.race([check(), late.promise]);
    return { state: 'ok', reason: '' };
  } catch (error) {
    return { state: 'down', reason: error instanceof Down ? error.message : '' };
  } finally {
    clearTimeout(timer);
  }
};

const body = (names: string[]): Joi.Schema =>
  Joi.object({
    status: Joi.valid('ok', 'down').required(),
    ...Object.fromEntries(names.map((name) => [name, Joi.valid('ok', 'down').required()])),
    version: Joi.string().required(),
    message: Joi.string().description('what stands still, in words; where they can be read by anybody'),
    warnings: Joi.array().items(Joi.string()).description('only where there are any'),
  });

/**
 * Says which part is down; why, only where the check has words for everybody. The rest stands in the log. `warnings`: what works and is not as it
 * should be, in sentences.
 */
export const healthRoute = (
  checks: Record<string, HealthCheck>,
  version: string,
  warnings: () => Promise<string[]> = async () => [],
): AnyRoute<unknown> =>
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
      const looked = await Promise.all(Object.entries(checks).map(async ([name, check]) => ({ name, ...(await look(check)) })));
      const parts = Object.fromEntries(looked.map(({ name, state }) => [name, state]));
      const ok = looked.every(({ state }) => state === 'ok');
      const message = looked.flatMap(({ reason }) => reason || []).join(' ');
      // While a part is down, that is what counts.
      const said = ok ? await warnings() : [];
      return ok
        ? reply(200, { status: 'ok', ...parts, version, ...(said.length > 0 ? { warnings: said } : {}) })
        : reply(503, { status: 'down', ...parts, version, ...(message ? { message } : {}) }, { 'retry-after': '5' });
    },
  });
