import type { Deps } from '../../deps.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { requireStaff } from '../../staff/index.ts';
import { landscape } from '../answers.ts';
import { viewMap } from '../view-map.ts';

export default defineRoute<Deps>({
  method: 'GET',
  path: '/api/processes/map',
  summary: 'processes and decisions as a landscape, with figures of the cases this person may count',
  access: 'signed-in',
  answers: { 200: { description: 'by section; shared parts apart', schema: landscape }, 404: { description: 'not for applicants' } },
  handle: async ({ user }, deps) => {
    requireStaff(user);
    return reply(200, await viewMap(deps, user));
  },
});
