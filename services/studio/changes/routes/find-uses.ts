import Joi from 'joi';
import type { Deps } from '../../../deps.ts';
import { whereUsed } from '../../../models/index.ts';
import { NotFound } from '../../../platform/errors.ts';
import { defineRoute, reply } from '../../../platform/route.ts';
import { knownTo } from '../../known-to.ts';
import { readers } from '../../rights.ts';
import { absent, changeId, filePath } from '../../schemas.ts';
import { type UsedThings, usedThings } from '../answers.ts';
import { filesAfter, loadChange, textsOf } from '../load-change.ts';

export default defineRoute<Deps, { id: string }, { path: string; element?: string }>({
  method: 'GET',
  path: '/api/process-changes/{id}/uses',
  summary: 'who else leans on what stands at a place of a file, in all models as they would be after this change',
  access: readers,
  params: changeId,
  query: {
    path: filePath.required(),
    element: Joi.string()
      .pattern(/^[A-Za-z_][\w.-]{0,99}$/)
      .description('step, line, field, decision or row; the file as a whole by default'),
  },
  answers: {
    200: { description: 'without the place itself; places in models this person may not know are left out', schema: usedThings },
    ...absent,
  },
  handle: async ({ user, params, query }, deps) => {
    const loaded = await loadChange(deps.db, params.id);
    const isKnown = await knownTo(deps, user);
    if (!textsOf(loaded).every(isKnown)) throw new NotFound();
    const files = filesAfter(loaded).filter(({ path, content }) => isKnown({ path, texts: [content] }));
    const items = await whereUsed(files, query.path, query.element ?? '');
    return reply(200, { items } satisfies UsedThings);
  },
});
