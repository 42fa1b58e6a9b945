import type { Deps } from '../../deps.ts';
import { NotFound } from '../../platform/errors.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { isStaff } from '../../staff/index.ts';
import { processInWords } from '../answers.ts';
import { processId, releaseQuery } from '../schemas.ts';
import { viewElements } from '../view-elements.ts';
import { releasesFor } from '../withheld.ts';

export default defineRoute<Deps, { id: string }, { version?: number }>({
  method: 'GET',
  path: '/api/processes/{id}/elements',
  summary: 'a process and its steps in words',
  access: 'signed-in',
  params: processId,
  query: releaseQuery,
  answers: {
    200: {
      description: 'one release, the current one by default',
      schema: processInWords,
    },
    404: { description: 'no such release' },
  },
  handle: async ({ user, params, query }, { releases }) => {
    const found = isStaff(user) ? await viewElements(await releasesFor(releases, user), params.id, query.version) : undefined;
    if (!found) throw new NotFound();
    return reply(200, found);
  },
});
