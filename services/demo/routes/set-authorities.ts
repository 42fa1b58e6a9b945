import Joi from 'joi';
import { type AuthorityId, authorityIds, modesOf, parseMode, storeMode } from '../../authorities/index.ts';
import type { Deps } from '../../deps.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { requireStaff } from '../../staff/index.ts';
import { viewAuthorities } from '../view-authorities.ts';

type Payload = Partial<Record<AuthorityId, string>>;

export default defineRoute<Deps, Record<string, never>, Record<string, never>, Payload>({
  method: 'PUT',
  path: '/api/demo/authorities',
  summary: 'set how simulated authorities behave: normal, fast, silent, down, always <answer>',
  access: 'signed-in',
  when: ({ config }) => config.demo,
  payload: Object.fromEntries(authorityIds.map((id) => [id, Joi.string().valid(...modesOf(id))])),
  answers: {
    200: { description: 'as it is now', schema: Joi.object().unknown() },
    400: { description: 'no such authority or mode' },
  },
  guard: ({ user }) => requireStaff(user),
  handle: async ({ user, payload }, { db }) => {
    requireStaff(user);
    await db.transaction(async (trx) => {
      for (const id of authorityIds) {
        const mode = payload[id] === undefined ? undefined : parseMode(id, payload[id]);
        if (mode) await storeMode(trx, id, mode);
      }
    });
    return reply(200, await viewAuthorities(db));
  },
});
