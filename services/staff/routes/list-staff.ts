import type { Database } from '../../../db/connection.ts';
import { staffGroups } from '../../office/index.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import type { StaffList } from '../answers.ts';
import { staffList } from '../answers.ts';

import { listStaff } from '../store.ts';

export default defineRoute<{ db: Database }>({
  method: 'GET',
  path: '/api/staff',
  summary: 'who works here: names for the accounts that lists and files show',
  access: staffGroups,
  answers: {
    200: {
      description: 'by name; for staff only',
      schema: staffList,
    },
  },
  handle: async (_input, { db }) => {
    const items = (await listStaff(db)).map(({ account, name, groups, teams }) => ({ account, name, groups, teams }));
    return reply(200, { items } satisfies StaffList);
  },
});
