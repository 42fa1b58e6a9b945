import type { Deps } from '../../deps.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { lawState } from '../answers.ts';
import { lawStateOn } from '../law-state.ts';

export default defineRoute<Deps>({
  method: 'GET',
  path: '/api/legal/state',
  summary: 'up to which day the law is worked in, and which changes are not',
  access: 'signed-in',
  answers: {
    200: {
      description: 'processes: plain ids that carry a banner',
      schema: lawState,
    },
  },
  handle: async (_input, { clock }) => reply(200, lawStateOn(clock.today().toString())),
});
