import Joi from 'joi';
import { type Deps, readDrift } from '../../engine/index.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { absent } from '../schemas.ts';
import { readers } from '../states.ts';

export default defineRoute<Deps>({
  method: 'GET',
  path: '/api/model-drift',
  summary: 'what is live against what the repository holds, file by file',
  access: readers,
  answers: {
    200: {
      description: 'studio: released in the browser; repository: both have changed, the repository’s text is not taken',
      schema: Joi.object({
        items: Joi.array().items(
          Joi.object({ path: Joi.string(), state: Joi.string().valid('gleich', 'studio', 'repository', 'nur-live', 'nur-repository') }),
        ),
      }),
    },
    ...absent,
  },
  handle: async (_, { db, config }) => reply(200, { items: await readDrift(db, config.processesDir) }),
});
