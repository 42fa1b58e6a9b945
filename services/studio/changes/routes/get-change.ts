import type { Deps } from '../../../deps.ts';
import { etagOf } from '../../../platform/if-match.ts';
import { defineRoute, reply } from '../../../platform/route.ts';
import { requireKnown } from '../../known-to.ts';
import { readers } from '../../rights.ts';
import { absent, changeId } from '../../schemas.ts';
import { change as changeAnswer } from '../answers.ts';
import { loadChange, textsOf } from '../load-change.ts';
import { changeView } from '../view.ts';

export default defineRoute<Deps, { id: string }>({
  method: 'GET',
  path: '/api/process-changes/{id}',
  summary: 'one change: why, its files, its story, and what this person may do with it',
  access: readers,
  params: changeId,
  answers: { 200: { description: 'the change', schema: changeAnswer }, ...absent },
  handle: async ({ user, params }, deps) => {
    const loaded = await loadChange(deps.db, params.id);
    await requireKnown(deps, user, textsOf(loaded));
    return reply(200, await changeView(deps, user, loaded), etagOf(loaded.change.wordsVersion));
  },
});
