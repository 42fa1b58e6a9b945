import type { Deps } from '../../deps.ts';
import { calendarDate } from '../../platform/dates.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { requireStaff } from '../../staff/index.ts';
import { legalValues } from '../answers.ts';
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
      schema: legalValues,
    },
    404: { description: 'for staff only' },
  },
  handle: async ({ user, query }, { clock }) => {
    requireStaff(user);
    const date = query.date ?? clock.today().toString();
    return reply(200, { date, items: valuesAt(date).map((value) => ({ ...value, words: wordsOf(value) })) });
  },
});
