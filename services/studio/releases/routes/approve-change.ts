import type { Deps } from '../../../deps.ts';
import { moment } from '../../../platform/dates.ts';
import { defineRoute, reply } from '../../../platform/route.ts';
import { change as changeAnswer } from '../../changes/answers.ts';
import { loadChange } from '../../changes/load-change.ts';
import { changeView } from '../../changes/view.ts';
import { readers } from '../../rights.ts';
import { changeId, writeAnswers } from '../../schemas.ts';
import { approveChange, getSeat } from '../approve-change.ts';

export default defineRoute<Deps, { id: string }, Record<string, never>, { submittedAt?: string }>({
  method: 'POST',
  path: '/api/process-changes/{id}/approve',
  summary: 'agree to a change; with the last agreement that is needed it is released',
  access: readers,
  params: changeId,
  payload: { submittedAt: moment.description('of the change as it was read; refused if it was handed in anew since') },
  answers: {
    200: { description: 'the change', schema: changeAnswer },
    ...writeAnswers,
    403: { description: 'who wrote at it, or has no say here' },
  },
  guard: async ({ user, params }, { db }) => void getSeat(user, (await loadChange(db, params.id)).change),
  handle: async ({ user, params, payload }, deps) => {
    await approveChange(deps, user, { changeId: params.id, ...payload });
    return reply(200, await changeView(deps, user, await loadChange(deps.db, params.id)));
  },
});
