import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { listModelFiles } from '../../engine/releases/index.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { knownTo } from '../known-to.ts';
import { nameFiles } from '../name-files.ts';
import { readers } from '../rights.ts';
import { absent } from '../schemas.ts';

export default defineRoute<Deps>({
  method: 'GET',
  path: '/api/model-files',
  summary: 'the files that make up what is released',
  access: readers,
  answers: {
    200: {
      description: 'in the order of their paths; tables say which decisions they hold',
      schema: Joi.object({
        items: Joi.array().items(
          Joi.object({
            path: Joi.string(),
            kind: Joi.string().valid('bpmn', 'dmn', 'form', 'vectors'),
            plainId: Joi.string(),
            name: Joi.string(),
            decisions: Joi.array().items(Joi.string()),
            hash: Joi.string(),
            changedAt: Joi.string().isoDate(),
            changedBy: Joi.string(),
          }),
        ),
      }),
    },
    ...absent,
  },
  handle: async ({ user }, deps) => {
    const [files, isKnown] = await Promise.all([listModelFiles(deps.db), knownTo(deps, user)]);
    const known = files.filter(isKnown);
    const nameFile = nameFiles(known);
    return reply(200, {
      items: known.map(({ path, content, hash, changedAt, changedBy }) => ({
        path,
        ...nameFile(path, content),
        hash,
        changedAt,
        changedBy,
      })),
    });
  },
});
