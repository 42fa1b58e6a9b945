import type { Deps } from '../../../deps.ts';
import { listModelFiles } from '../../../engine/releases/index.ts';
import { defineRoute, reply } from '../../../platform/route.ts';
import { knownTo } from '../../known-to.ts';
import { nameFiles } from '../../name-files.ts';
import { readers } from '../../rights.ts';
import { absent } from '../../schemas.ts';
import type { ModelFiles } from '../answers.ts';
import { modelFiles } from '../answers.ts';

export default defineRoute<Deps>({
  method: 'GET',
  path: '/api/model-files',
  summary: 'the files that make up what is released',
  access: readers,
  answers: {
    200: {
      description: 'in the order of their paths; tables say which decisions they hold',
      schema: modelFiles,
    },
    ...absent,
  },
  handle: async ({ user }, deps) => {
    const [files, isKnown] = await Promise.all([listModelFiles(deps.db), knownTo(deps, user)]);
    const known = files.filter(isKnown);
    const nameFile = nameFiles(known);
    const shown: ModelFiles = {
      items: known.map(({ path, content, hash, changedAt, changedBy }) => ({
        path,
        ...nameFile(path, content),
        hash,
        changedAt,
        changedBy,
      })),
    };
    return reply(200, shown);
  },
});
