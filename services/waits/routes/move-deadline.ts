import Joi from 'joi';
import { caseId, changeAnswers, getVisibleCase } from '../../cases/index.ts';
import type { Deps } from '../../deps.ts';
import { calendarDate } from '../../platform/dates.ts';
import { etagOf, versionSeen } from '../../platform/if-match.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { type MovedDeadline, movedDeadline } from '../answers.ts';
import { moveDeadline } from '../waits.ts';

type Payload = { date: string; reason: string; requestedBy?: string; version?: number };

export default defineRoute<Deps, { caseId: string; warteId: string }, Record<string, never>, Payload>({
  method: 'POST',
  path: '/api/cases/{caseId}/deadlines/{warteId}',
  summary: 'move the last day of a wait',
  access: 'signed-in',
  overwrites: true,
  params: { ...caseId, warteId: Joi.string().uuid().required().description('id of the wait') },
  payload: {
    date: calendarDate.required().description('new last day, JJJJ-MM-TT'),
    reason: Joi.string().trim().min(1).max(1000).required(),
    requestedBy: Joi.string().trim().max(200).description('who asked for it'),
    version: versionSeen,
  },
  answers: {
    ...changeAnswers,
    202: { description: 'taken', schema: movedDeadline },
    409: { description: 'it is over, or somebody else has moved it (details: version, by, at)' },
  },
  guard: async ({ user, params }, deps) => void (await getVisibleCase(deps, user, params.caseId, ['full'])),
  handle: async ({ user, params, payload: { version: _, ...payload }, seen }, deps) => {
    const { found } = await getVisibleCase(deps, user, params.caseId, ['full']);
    const wait = await moveDeadline(deps, found, { warteId: params.warteId, by: user.account, seen, ...payload });
    return reply(
      202,
      { caseId: found.caseId, warteId: wait.warteId, until: wait.until.toISOString(), version: wait.version } satisfies MovedDeadline,
      etagOf(wait.version),
    );
  },
});
