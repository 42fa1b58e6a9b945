import Joi from 'joi';
import type { Deps } from '../../../deps.ts';
import { defineRoute, reply } from '../../../platform/route.ts';
import { readers } from '../../rights.ts';
import { changeId, writeAnswers } from '../../schemas.ts';
import { change as changeAnswer } from '../answers.ts';
import { loadChange } from '../load-change.ts';
import { assertMayReturn, returnChange } from '../turn-change.ts';
import { changeView } from '../view.ts';

export default defineRoute<Deps, { id: string }, Record<string, never>, { comment: string }>({
  method: 'POST',
  path: '/api/process-changes/{id}/return',
  summary: 'give a change back to who wrote it, with the reason',
  access: readers,
  params: changeId,
  payload: { comment: Joi.string().trim().min(1).max(4_000).required() },
  answers: { 200: { description: 'the change', schema: changeAnswer }, ...writeAnswers },
  guard: async ({ user, params }, { db }) => assertMayReturn(user, (await loadChange(db, params.id)).change),
  handle: async ({ user, params, payload }, deps) => {
    await returnChange(deps, user, params.id, payload.comment);
    return reply(200, await changeView(deps, user, await loadChange(deps.db, params.id)));
  },
});
