import type { Deps } from '../../../deps.ts';
import { defineRoute, reply } from '../../../platform/route.ts';
import { readers } from '../../rights.ts';
import { changeId, writeAnswers } from '../../schemas.ts';
import { change as changeAnswer } from '../answers.ts';
import { getWritable, loadChange } from '../load-change.ts';
import { reopenChange } from '../turn-change.ts';
import { changeView } from '../view.ts';

export default defineRoute<Deps, { id: string }>({
  method: 'POST',
  path: '/api/process-changes/{id}/reopen',
  summary: 'take back what was handed in or thrown away',
  access: readers,
  params: changeId,
  answers: { 200: { description: 'the change', schema: changeAnswer }, ...writeAnswers },
  guard: async ({ user, params }, deps) => void (await getWritable(deps.db, user, params.id)),
  handle: async ({ user, params }, deps) => {
    await reopenChange(deps, user, params.id);
    return reply(200, await changeView(deps, user, await loadChange(deps.db, params.id)));
  },
});
