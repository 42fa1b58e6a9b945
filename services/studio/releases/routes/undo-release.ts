import type { Deps } from '../../../deps.ts';
import { defineRoute, reply } from '../../../platform/route.ts';
import { readers } from '../../rights.ts';
import { absent, reason, releaseNo } from '../../schemas.ts';
import { startedUndo } from '../answers.ts';
import { getUndoable, requestRollBack } from '../undo-release.ts';

export default defineRoute<Deps, { no: number }, Record<string, never>, { reason: string }>({
  method: 'POST',
  path: '/api/model-releases/{no}/undo',
  summary: 'bring the state before a release back, as a new release; running cases stay where they are',
  access: readers,
  params: releaseNo,
  payload: { reason: reason.default('') },
  answers: {
    202: { description: 'under way', schema: startedUndo },
    403: { description: 'for process owners and the head of the office' },
    ...absent,
    409: { description: 'undone before, or a later release has changed the same files' },
  },
  guard: async ({ user, params }, { db }) => void (await getUndoable(db, user, params.no)),
  handle: async ({ user, params, payload }, deps) => {
    await requestRollBack(deps, user, { releaseNo: params.no, reason: payload.reason });
    return reply(202, { releaseNo: params.no });
  },
});
