import Joi from 'joi';
import type { Deps } from '../../../deps.ts';
import { defineRoute, reply } from '../../../platform/route.ts';
import { knownTo } from '../../known-to.ts';
import { readers } from '../../rights.ts';
import { absent } from '../../schemas.ts';
import { changes } from '../answers.ts';
import { selectChanges } from '../changes-store.ts';
import { type State, states } from '../states.ts';
import { changeLine, readNames } from '../view.ts';

export default defineRoute<Deps, Record<string, never>, { state?: State }>({
  method: 'GET',
  path: '/api/process-changes',
  summary: 'changes to models, the latest first',
  access: readers,
  query: { state: Joi.string().valid(...states) },
  answers: { 200: { description: 'all, or those in one state', schema: changes }, ...absent },
  handle: async ({ user, query }, deps) => {
    const [changes, names, isKnown] = await Promise.all([selectChanges(deps.db, query), readNames(deps.db), knownTo(deps, user)]);
    const known = changes.filter(({ files }) => files.every((path) => isKnown({ path })));
    return reply(200, { items: known.map((each) => changeLine(each, names)) });
  },
});
