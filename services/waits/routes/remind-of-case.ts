import Joi from 'joi';
import { caseId, getVisibleCase } from '../../cases/index.ts';
import type { Deps } from '../../deps.ts';
import { calendarDate } from '../../platform/dates.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { bookedReminder } from '../answers.ts';
import { remindOfCase } from '../remind-of-case.ts';

export default defineRoute<Deps, { caseId: string }, Record<string, never>, { date: string; note: string }>({
  method: 'POST',
  path: '/api/cases/{caseId}/reminders',
  summary: 'Wiedervorlage: lay the case before its clerks again on that day',
  access: 'signed-in',
  params: caseId,
  payload: {
    date: calendarDate.required().description('JJJJ-MM-TT'),
    note: Joi.string().trim().min(1).max(1000).required().description('what to look at then'),
  },
  answers: {
    202: {
      description: 'booked; the same again is the same reminder',
      schema: bookedReminder,
    },
    400: { description: 'details name the fields that are wrong' },
    404: { description: 'absent, hidden or not mine' },
  },
  guard: async ({ user, params }, deps) => void (await getVisibleCase(deps, user, params.caseId, ['full'])),
  handle: async ({ user, params, payload }, deps) => {
    const { found } = await getVisibleCase(deps, user, params.caseId, ['full']);
    const { reminderId } = await remindOfCase(deps, found, { ...payload, by: user.account });
    return reply(202, { caseId: found.caseId, reminderId });
  },
});
