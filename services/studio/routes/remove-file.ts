import type { Deps } from '../../engine/index.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { removeFile } from '../edit-files.ts';
import { loadChange } from '../load-change.ts';
import { changeId, changeSchema, filePath, writeAnswers } from '../schemas.ts';
import { readers } from '../states.ts';
import { changeView } from '../view.ts';

export default defineRoute<Deps, { id: string }, Record<string, never>, { path: string }>({
  method: 'POST',
  path: '/api/process-changes/{id}/files/remove',
  summary: 'the file is to go with the release',
  access: readers,
  params: changeId,
  payload: { path: filePath.required() },
  answers: { 200: { description: 'the change', schema: changeSchema }, ...writeAnswers },
  handle: async ({ user, params, payload }, deps) => {
    await removeFile(deps, user, params.id, payload.path);
    return reply(200, await changeView(deps, user, await loadChange(deps.db, params.id)));
  },
});
