import type { Deps } from '../../../deps.ts';
import { defineRoute, reply } from '../../../platform/route.ts';
import { knownTo } from '../../known-to.ts';
import { readers } from '../../rights.ts';
import { absent } from '../../schemas.ts';
import { catalogue } from '../answers.ts';
import { readCatalogue } from '../catalogue.ts';

export default defineRoute<Deps>({
  method: 'GET',
  path: '/api/studio/catalogue',
  summary: 'what a model may refer to: messages, job types, roles, skills, purposes of steps, forms, decisions, processes, articles',
  access: readers,
  answers: { 200: { description: 'lists to pick from', schema: catalogue }, ...absent },
  handle: async ({ user }, deps) => reply(200, await readCatalogue(deps, await knownTo(deps, user))),
});
