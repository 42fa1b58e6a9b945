import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { getRow } from '../../office/index.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { requireStaff } from '../../staff/index.ts';
import { SIMULATION } from '../authority.ts';
import { readFigures } from '../statistics-store.ts';

const count = Joi.number().integer();
const days = Joi.number().allow(null);

export default defineRoute<Deps>({
  method: 'GET',
  path: '/api/authorities',
  summary: 'how long other authorities take; groups under five are left out',
  access: 'signed-in',
  answers: {
    200: {
      description: 'times in days',
      schema: Joi.object({
        note: Joi.string(),
        items: Joi.array().items(
          Joi.object({
            authority: Joi.string(),
            name: Joi.string(),
            open: count,
            answered: count,
            medianDays: days,
            p90Days: days,
            reminders: count,
            deemed: count.description('silence that counted as consent'),
          }),
        ),
      }),
    },
  },
  handle: async ({ user }, { db }) => {
    requireStaff(user);
    const figures = await readFigures(db);
    return reply(200, {
      note: SIMULATION,
      items: figures.map((each) => ({ ...each, name: getRow('behoerden', each.authority).satz.wer })),
    });
  },
});
