import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { calendarDate } from '../../platform/dates.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { lawStateOn } from '../law-state.ts';

export default defineRoute<Deps>({
  method: 'GET',
  path: '/api/legal/state',
  summary: 'up to which day the law is worked in, and which changes are not',
  access: 'signed-in',
  answers: {
    200: {
      description: 'processes: plain ids that carry a banner',
      schema: Joi.object({
        rechtsstand: calendarDate,
        changes: Joi.array().items(
          Joi.object({ since: calendarDate, name: Joi.string(), text: Joi.string(), processes: Joi.array().items(Joi.string()) }),
        ),
      }),
    },
  },
  handle: async (_input, { clock }) => reply(200, lawStateOn(clock.today().toString())),
});
