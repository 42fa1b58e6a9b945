import Joi from 'joi';
import type { Deps } from '../../../deps.ts';
import { listModelReleases } from '../../../engine/releases/index.ts';
import { defineRoute, reply } from '../../../platform/route.ts';
import { readNames } from '../../changes/view.ts';
import { knownTo } from '../../known-to.ts';
import { readers } from '../../rights.ts';
import { absent } from '../../schemas.ts';
import type { ReleaseLines } from '../answers.ts';
import { releaseLines } from '../answers.ts';
import { selectUndos } from '../undos-store.ts';
import { releaseLine } from '../view-release.ts';

export default defineRoute<Deps, Record<string, never>, { limit: number; before?: number }>({
  method: 'GET',
  path: '/api/model-releases',
  summary: 'what was released, by whom and why, the latest first',
  access: readers,
  query: {
    limit: Joi.number().integer().min(1).max(200).default(50),
    before: Joi.number().integer().min(1).max(2_000_000_000).description('number of the last one seen'),
  },
  answers: { 200: { description: 'without texts', schema: releaseLines }, ...absent },
  handle: async ({ user, query }, deps) => {
    const { db } = deps;
    const [releases, undos, names, isKnown] = await Promise.all([
      listModelReleases(db, query),
      selectUndos(db),
      readNames(db),
      knownTo(deps, user),
    ]);
    const known = releases.filter(({ files }) => files.every(isKnown));
    return reply(200, { items: known.map((release) => releaseLine(user, release, undos, names)) } satisfies ReleaseLines);
  },
});
