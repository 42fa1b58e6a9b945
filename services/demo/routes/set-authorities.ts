import Joi from 'joi';
import { modesOf, parseMode, storeMode } from '../../authorities/index.ts';
import type { Deps } from '../../deps.ts';
import { codesOf } from '../../office/index.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { requireStaff } from '../../staff/index.ts';
import { behaviour } from '../answers.ts';
import { viewAuthorities } from '../view-authorities.ts';

type Payload = Partial<Record<string, string>>;

export default defineRoute<Deps, Record<string, never>, Record<string, never>, Payload>({
  method: 'PUT',
  path: '/api/demo/authorities',
  summary: 'set how simulated authorities behave: normal, fast, silent, down, always <answer>',
  access: 'signed-in',
  when: ({ config }) => config.demo,
  payload: Object.fromEntries(codesOf('behoerden').map((id) => [id, Joi.string().valid(...modesOf(id))])),
  answers: {
    200: { description: 'as it is now', schema: behaviour },
    400: { description: 'no such authority or mode' },
  },
  guard: ({ user }) => requireStaff(user),
  handle: async ({ user, payload }, { db }) => {
    requireStaff(user);
    await db.transaction(async (trx) => {
      for (const id of codesOf('behoerden')) {
        const mode = payload[id] === undefined ? undefined : parseMode(id, payload[id]);
        if (mode) await storeMode(trx, id, mode);
      }
    });
    return reply(200, await viewAuthorities(db));
  },
});
