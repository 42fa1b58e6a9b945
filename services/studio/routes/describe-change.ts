import Joi from 'joi';
import type { Deps } from '../../engine/index.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { describeChange } from '../create-change.ts';
import { loadChange } from '../load-change.ts';
import { changeId, changeSchema, reason, title, writeAnswers } from '../schemas.ts';
import { readers } from '../states.ts';
import { changeView } from '../view.ts';

export default defineRoute<Deps, { id: string }, Record<string, never>, { title?: string; reason?: string }>({
  method: 'PATCH',
  path: '/api/process-changes/{id}',
  summary: 'title and reason of a draft',
  access: readers,
  params: changeId,
  payload: Joi.object({ title, reason }).min(1),
  answers: { 200: { description: 'the change', schema: changeSchema }, ...writeAnswers },
  handle: async ({ user, params, payload }, deps) => {
    await describeChange(deps, user, params.id, payload);
    return reply(200, await changeView(deps, user, await loadChange(deps.db, params.id)));
  },
});
