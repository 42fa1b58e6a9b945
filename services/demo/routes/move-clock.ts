import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { nowOf, officeZone } from '../../platform/clock.ts';
import { Invalid } from '../../platform/errors.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { advanceClock } from '../advance-clock.ts';
import type { ClockMoved } from '../answers.ts';
import { clockMoved } from '../answers.ts';
import { countSoFar } from '../store.ts';

type Payload = { to?: string; add?: string };

const target = (now: Temporal.Instant, { to, add }: Payload): Temporal.Instant => {
  try {
    if (add) return now.toZonedDateTimeISO(officeZone).add(Temporal.Duration.from(add)).toInstant();
    if (to && /^\d{4}-\d\d-\d\d$/.test(to))
      return Temporal.PlainDate.from(to).toZonedDateTime({ timeZone: officeZone, plainTime: '08:00' }).toInstant();
    return Temporal.Instant.from(to ?? '');
  } catch {
    throw new Invalid('Diese Zeit lässt sich nicht lesen.', [
      { field: add ? 'add' : 'to', message: 'Dauer (P7D), Datum oder Zeitpunkt mit Z oder Versatz' },
    ]);
  }
};

export default defineRoute<Deps, Record<string, never>, Record<string, never>, Payload>({
  method: 'POST',
  path: '/api/demo/clock',
  summary: 'move the office’s and the engine’s clock forward and wait until both have gone quiet',
  access: 'signed-in',
  when: ({ config }) => config.demo,
  payload: Joi.object({ to: Joi.string().max(40), add: Joi.string().max(40) }).xor('to', 'add'),
  answers: {
    200: {
      description: 'the engine has gone quiet',
      schema: clockMoved,
    },
    400: { description: 'not a time, or one that has passed' },
  },
  guard: 'access',
  handle: async ({ payload, signal }, deps) => {
    const { clock } = deps;
    const now = clock.now();
    const wanted = target(now, payload);
    const ahead = wanted.epochMilliseconds - now.epochMilliseconds;
    if (ahead < 0)
      throw new Invalid('Die Uhr geht nur vorwärts.', [{ field: payload.add ? 'add' : 'to', message: 'liegt in der Vergangenheit' }]);
    const before = await countSoFar(deps.db);
    const quiet = await advanceClock(deps, ahead, signal);
    const after = await countSoFar(deps.db);
    const happened = { letters: after.letters - before.letters, waits: after.waits - before.waits, tasks: after.tasks - before.tasks };
    return reply(200, { now: nowOf({ clock }).toISOString(), quiet, happened } satisfies ClockMoved);
  },
});
