import Joi from 'joi';
import type { Database } from '../../../db/connection.ts';
import { staffGroups } from '../../office/index.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { listStaff } from '../store.ts';

const words = Joi.array().items(Joi.string());

export default defineRoute<{ db: Database }>({
  method: 'GET',
  path: '/api/staff',
  summary: 'who works here: names for the accounts that lists and files show',
  access: staffGroups,
  answers: {
    200: {
      description: 'by name; for staff only',
      schema: Joi.object({
        items: Joi.array().items(Joi.object({ account: Joi.string(), name: Joi.string(), groups: words, teams: words })),
      }),
    },
  },
  handle: async (_input, { db }) => {
    const items = (await listStaff(db)).map(({ account, name, groups, teams }) => ({ account, name, groups, teams }));
    return reply(200, { items });
  },
});
