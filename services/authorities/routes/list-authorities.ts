import type { Deps } from '../../deps.ts';
import { getRow } from '../../office/index.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { requireStaff } from '../../staff/index.ts';
import type { AuthorityList } from '../answers.ts';
import { authorityList } from '../answers.ts';
import { SIMULATION } from '../authority.ts';
import { readFigures } from '../statistics-store.ts';

export default defineRoute<Deps>({
  method: 'GET',
  path: '/api/authorities',
  summary: 'how long other authorities take; groups under five are left out',
  access: 'signed-in',
  answers: {
    200: {
      description: 'times in days',
      schema: authorityList,
    },
  },
  handle: async ({ user }, { db }) => {
    requireStaff(user);
    const figures = await readFigures(db);
    const shown: AuthorityList = {
      note: SIMULATION,
      items: figures.map((each) => ({ ...each, name: getRow('behoerden', each.authority).satz.wer })),
    };
    return reply(200, shown);
  },
});
