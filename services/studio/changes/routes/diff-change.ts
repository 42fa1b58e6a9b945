import type { Deps } from '../../../deps.ts';
import { codeWords } from '../../../models/index.ts';
import { defineRoute, reply } from '../../../platform/route.ts';
import { requireKnown } from '../../known-to.ts';
import { readers } from '../../rights.ts';
import { absent, changeId } from '../../schemas.ts';
import type { Diff } from '../answers.ts';
import { diff } from '../answers.ts';
import { classOf } from '../edit-files.ts';
import { isChanged, loadChange, textsOf } from '../load-change.ts';

export default defineRoute<Deps, { id: string }>({
  method: 'GET',
  path: '/api/process-changes/{id}/diff',
  summary: 'in what a change differs from what it was made from, in words and as texts',
  access: readers,
  params: changeId,
  answers: {
    200: {
      description: 'every difference',
      schema: diff,
    },
    ...absent,
  },
  handle: async ({ user, params }, deps) => {
    const loaded = await loadChange(deps.db, params.id);
    await requireKnown(deps, user, textsOf(loaded));
    const { files, live } = loaded;
    const changed = files.filter(isChanged).map(({ path, base, content }) => ({ path, before: base, after: content }));
    return reply(200, { ...classOf(files, codeWords([...live.values()])), files: changed } satisfies Diff);
  },
});
