import { setTimeout as pause } from 'node:timers/promises';
import Joi from 'joi';
import { answerCodes, findOrderOfWait, takeAnswer } from '../../authorities/index.ts';
import type { Deps } from '../../deps.ts';
import { countPending } from '../../engine/outbox/index.ts';
import { isQuiet } from '../../engine/records/index.ts';
import { rowHas } from '../../office/index.ts';
import { nowOf } from '../../platform/clock.ts';
import { Invalid, NotFound } from '../../platform/errors.ts';
import { defineRoute, reply, type User } from '../../platform/route.ts';
import { requireStaff } from '../../staff/index.ts';
import { findWait } from '../../waits/index.ts';
import { answeredNow } from '../answers.ts';
import { waitUntilQuiet } from '../wait-until-quiet.ts';

const asks = (kind: string): boolean => rowHas('fristen', kind, 'behoerde') || rowHas('fristen', kind, 'sicherheit');
const LOOK_MS = 100;
const LOOKS = 80;

/** The question goes out a moment after the wait has begun. Undefined: nobody is asked here, or no longer. */
const findOpenOrder = async (db: Deps['db'], warteId: string) => {
  for (let look = 0; look < LOOKS; look += 1) {
    const wait = await findWait(db, warteId);
    if (!wait || wait.endedAt || !asks(wait.kind)) return undefined;
    const order = await findOrderOfWait(db, warteId);
    if (order?.sentAt) return order;
    await pause(LOOK_MS);
  }
  return undefined;
};

const getOpenOrder = async ({ db }: Pick<Deps, 'db'>, user: User, warteId: string) => {
  requireStaff(user);
  const order = await findOpenOrder(db, warteId);
  if (!order) throw new NotFound();
  return order;
};

export default defineRoute<Deps, { warteId: string }, Record<string, never>, { answer: string; wait: boolean }>({
  method: 'POST',
  path: '/api/demo/authorities/{warteId}',
  summary: 'let the simulated authority answer at once; usually waits until the engine has gone quiet',
  access: 'signed-in',
  when: ({ config }) => config.demo,
  params: { warteId: Joi.string().uuid().required().description('id of the wait') },
  payload: {
    answer: Joi.string().max(40).required(),
    wait: Joi.boolean().default(true).description('false: answers as soon as the answer is taken'),
  },
  answers: {
    200: { description: 'answered', schema: answeredNow },
    400: { description: 'details name the answers this authority gives' },
    404: { description: 'no such wait, or it has ended' },
  },
  guard: async ({ user, params }, deps) => void (await getOpenOrder(deps, user, params.warteId)),
  handle: async ({ user, params, payload, signal }, deps) => {
    const { authority, orderId } = await getOpenOrder(deps, user, params.warteId);
    const codes = answerCodes(authority);
    if (!codes.includes(payload.answer))
      throw new Invalid('Diese Antwort gibt die Behörde nicht.', [{ field: 'answer', message: `möglich sind ${codes.join(', ')}` }]);
    const at = nowOf(deps);
    await deps.db.transaction((trx) => takeAnswer(trx, deps, { orderId, answer: payload.answer, at }));
    if (!payload.wait) return reply(200, { authority, answer: payload.answer, quiet: false });
    const quiet = await waitUntilQuiet(async () => (await countPending(deps.db)) === 0 && (await isQuiet(deps.db)), signal);
    return reply(200, { authority, answer: payload.answer, quiet });
  },
});
