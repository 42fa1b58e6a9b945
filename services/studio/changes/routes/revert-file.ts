import type { Deps } from '../../../deps.ts';
import { versionSeen } from '../../../platform/if-match.ts';
import { defineRoute, reply } from '../../../platform/route.ts';
import { readers } from '../../rights.ts';
import { changeId, filePath, overwriteAnswers } from '../../schemas.ts';
import { change as changeAnswer } from '../answers.ts';
import { revertFile } from '../edit-files.ts';
import { getWritable, loadChange } from '../load-change.ts';
import { changeView } from '../view.ts';

export default defineRoute<Deps, { id: string }, Record<string, never>, { path: string; version?: number }>({
  method: 'POST',
  path: '/api/process-changes/{id}/files/revert',
  summary: 'back to what is live',
  access: readers,
  overwrites: true,
  params: changeId,
  payload: { path: filePath.required(), version: versionSeen },
  answers: { 200: { description: 'the change', schema: changeAnswer }, ...overwriteAnswers },
  guard: async ({ user, params }, deps) => void (await getWritable(deps.db, user, params.id)),
  handle: async ({ user, params, payload, seen }, deps) => {
    await revertFile(deps, user, { changeId: params.id, path: payload.path, seen });
    return reply(200, await changeView(deps, user, await loadChange(deps.db, params.id)));
  },
});
