import type { Deps } from '../../deps.ts';
import type { Kind } from '../../engine/releases/index.ts';
import { NotFound } from '../../platform/errors.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { isStaff } from '../../staff/index.ts';
import { releases as releasesAnswer } from '../answers.ts';
import { kindQuery, processId } from '../schemas.ts';
import { releaseView } from '../view.ts';
import { releasesFor } from '../withheld.ts';

export default defineRoute<Deps, { id: string }, { kind: Kind }>({
  method: 'GET',
  path: '/api/processes/{id}/versions',
  summary: 'all releases of a model, newest first',
  access: 'signed-in',
  params: processId,
  query: { kind: kindQuery },
  answers: {
    200: { description: 'newest first', schema: releasesAnswer },
    404: { description: 'no such model' },
  },
  handle: async ({ user, params, query }, { releases }) => {
    const items = isStaff(user) ? await (await releasesFor(releases, user)).list({ plainId: params.id, kind: query.kind }) : [];
    if (items.length === 0) throw new NotFound();
    return reply(200, { items: items.map(releaseView) });
  },
});
