import Joi from 'joi';
import { getCase } from '../../cases/index.ts';
import type { Deps } from '../../deps.ts';
import { calendarDate } from '../../platform/dates.ts';
import { etagOf, versionSeen } from '../../platform/if-match.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { letter } from '../answers.ts';
import { getCaseToDeliver, noteDelivery } from '../note-delivery.ts';
import { letterView } from '../view.ts';

export default defineRoute<Deps, { letterId: string }, Record<string, never>, { date: string; version?: number }>({
  method: 'POST',
  path: '/api/letters/{letterId}/delivery',
  summary: 'the day on the certificate of delivery, or the day a posted letter really came',
  access: 'signed-in',
  overwrites: true,
  params: { letterId: Joi.string().guid().required() },
  payload: {
    date: calendarDate.required().description('JJJJ-MM-TT'),
    version: versionSeen,
  },
  answers: {
    200: { description: 'the letter with the dates that follow', schema: letter },
    400: { description: 'before it was sent, or in the future' },
    404: { description: 'absent, hidden or not mine' },
    409: { description: 'no decision, one that lies in the portal, or somebody else has noted a day (details: version, by, at)' },
  },
  guard: async ({ user, params }, deps) => void (await getCaseToDeliver(deps, { user, letterId: params.letterId })),
  handle: async ({ user, params, payload, seen }, deps) => {
    const letter = await noteDelivery(deps, { user, letterId: params.letterId, date: payload.date, seen });
    return reply(200, letterView(letter, (await getCase(deps.db, letter.caseId)).aktenzeichen), etagOf(letter.version));
  },
});
