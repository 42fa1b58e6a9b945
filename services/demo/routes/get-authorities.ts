import type { Deps } from '../../deps.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { requireStaff } from '../../staff/index.ts';
import { behaviour } from '../answers.ts';
import { viewAuthorities } from '../view-authorities.ts';

export default defineRoute<Deps>({
  method: 'GET',
  path: '/api/demo/authorities',
  summary: 'how the simulated authorities behave',
  access: 'signed-in',
  when: ({ config }) => config.demo,
  answers: { 200: { description: 'mode and possible modes by authority', schema: behaviour } },
  handle: async ({ user }, { db }) => {
    requireStaff(user);
    return reply(200, await viewAuthorities(db));
  },
});
