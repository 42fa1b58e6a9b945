import { caseIdsIn } from '../../cases/index.ts';
import type { Deps } from '../../deps.ts';
import { countByElement, countByRelease } from '../../engine/records/index.ts';
import { nowOf } from '../../platform/clock.ts';
import { NotFound } from '../../platform/errors.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { countScope, isStaff } from '../../staff/index.ts';
import { type Tokens, tokens } from '../answers.ts';
import { findProcess } from '../read-released.ts';
import { processId, releaseQuery } from '../schemas.ts';
import { releasesFor } from '../withheld.ts';

export default defineRoute<Deps, { id: string }, { version?: number }>({
  method: 'GET',
  path: '/api/processes/{id}/tokens',
  summary: 'what stands where in a process right now, of the cases this person may count',
  access: 'signed-in',
  params: processId,
  query: releaseQuery,
  answers: {
    200: {
      description: 'places with something on them; median: half have waited longer. Null for roles that see no figures.',
      schema: tokens,
    },
    404: { description: 'no such release' },
  },
  handle: async ({ user, params, query }, { db, releases, clock }) => {
    const found = isStaff(user) ? await findProcess(await releasesFor(releases, user), params.id, query.version) : undefined;
    if (!found) throw new NotFound();
    const scope = countScope(user);
    const now = nowOf({ clock }).toISOString();
    if (!scope) return reply(200, { version: found.version, now, elements: null, versions: null } satisfies Tokens);
    const [elements, versions] = await Promise.all([
      countByElement(db, { plainId: params.id, release: found.version, cases: caseIdsIn(db, scope) }),
      countByRelease(db, params.id, caseIdsIn(db, scope)),
    ]);
    const shown: Tokens = {
      version: found.version,
      now,
      elements: elements.map((each) => ({
        ...each,
        medianSince: each.medianSince?.toISOString() ?? null,
        oldestSince: each.oldestSince?.toISOString() ?? null,
      })),
      versions: versions.map(({ release, running }) => ({ version: release, running })),
    };
    return reply(200, shown);
  },
});
