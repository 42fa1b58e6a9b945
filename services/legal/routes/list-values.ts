import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { calendarDate } from '../../platform/dates.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { requireStaff } from '../../staff/index.ts';
import { einheiten } from '../catalogue.ts';
import { valuesAt } from '../value-at.ts';
import { wordsOf } from '../words.ts';

export default defineRoute<Deps, Record<string, never>, { date?: string }>({
  method: 'GET',
  path: '/api/legal/values',
  summary: 'the numbers of the law that hold on a day (today, if none is named)',
  access: 'signed-in',
  query: { date: calendarDate.description('YYYY-MM-DD') },
  answers: {
    200: {
      description: 'each with its norm and the day it was last checked',
      schema: Joi.object({
        date: calendarDate,
        items: Joi.array().items(
          Joi.object({
            key: Joi.string(),
            label: Joi.string(),
            einheit: Joi.string().valid(...einheiten),
            wert: Joi.alternatives(Joi.number(), calendarDate),
            words: Joi.string(),
            gueltigAb: calendarDate,
            gueltigBis: calendarDate.allow(null),
            norm: Joi.string(),
            stand: calendarDate,
          }),
        ),
      }),
    },
    404: { description: 'for staff only' },
  },
  handle: async ({ user, query }, { clock }) => {
    requireStaff(user);
    const date = query.date ?? clock.today().toString();
    return reply(200, { date, items: valuesAt(date).map((value) => ({ ...value, words: wordsOf(value) })) });
  },
});
