import Joi from 'joi';
import { caseIdsIn } from '../../cases/index.ts';
import type { Deps } from '../../deps.ts';
import { countByElement, countByRelease } from '../../engine/records/index.ts';
import { nowOf } from '../../platform/clock.ts';
import { NotFound } from '../../platform/errors.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { countScope, isStaff } from '../../staff/index.ts';
import { findProcess } from '../read-released.ts';
import { processId, releaseQuery } from '../schemas.ts';
import { releasesFor } from '../withheld.ts';

const count = Joi.number().integer();
const since = Joi.string().isoDate().allow(null);

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
      schema: Joi.object({
        version: count,
        now: Joi.string().isoDate().description('the office clock'),
        elements: Joi.array()
          .items(Joi.object({ elementId: Joi.string(), count, incidents: count, medianSince: since, oldestSince: since }))
          .allow(null),
        versions: Joi.array()
          .items(Joi.object({ version: count.allow(null), running: count }))
          .allow(null),
      }),
    },
    404: { description: 'no such release' },
  },
  handle: async ({ user, params, query }, { db, releases, clock }) => {
    const found = isStaff(user) ? await findProcess(await releasesFor(releases, user), params.id, query.version) : undefined;
    if (!found) throw new NotFound();
    const scope = countScope(user);
    const now = nowOf({ clock }).toISOString();
    if (!scope) return reply(200, { version: found.version, now, elements: null, versions: null });
    const [elements, versions] = await Promise.all([
      countByElement(db, { plainId: params.id, release: found.version, cases: caseIdsIn(db, scope) }),
      countByRelease(db, params.id, caseIdsIn(db, scope)),
    ]);
    return reply(200, {
      version: found.version,
      now,
      elements: elements.map((each) => ({
        ...each,
        medianSince: each.medianSince?.toISOString() ?? null,
        oldestSince: each.oldestSince?.toISOString() ?? null,
      })),
      versions: versions.map(({ release, running }) => ({ version: release, running })),
    });
  },
});
