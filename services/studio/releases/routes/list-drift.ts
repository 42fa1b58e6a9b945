import type { Deps } from '../../../deps.ts';
import { readDrift } from '../../../engine/releases/index.ts';
import { defineRoute, reply } from '../../../platform/route.ts';
import { knownTo } from '../../known-to.ts';
import { readers } from '../../rights.ts';
import { absent } from '../../schemas.ts';
import type { Drifts } from '../answers.ts';
import { drifts } from '../answers.ts';

export default defineRoute<Deps>({
  method: 'GET',
  path: '/api/model-drift',
  summary: 'what is live against what the repository holds, file by file',
  access: readers,
  answers: {
    200: {
      description: 'studio: released in the browser; repository: both have changed, the repository’s text is not taken',
      schema: drifts,
    },
    ...absent,
  },
  handle: async ({ user }, deps) => {
    const [drift, isKnown] = await Promise.all([readDrift(deps.db, deps.config.processesDir), knownTo(deps, user)]);
    return reply(200, { items: drift.filter(isKnown) } satisfies Drifts);
  },
});
