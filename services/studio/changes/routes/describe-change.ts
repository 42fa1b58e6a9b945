import Joi from 'joi';
import type { Deps } from '../../../deps.ts';
import { etagOf, versionSeen } from '../../../platform/if-match.ts';
import { defineRoute, reply } from '../../../platform/route.ts';
import { readers } from '../../rights.ts';
import { changeId, overwriteAnswers, reason, title } from '../../schemas.ts';
import { change as changeAnswer } from '../answers.ts';
import { describeChange } from '../create-change.ts';
import { getWritable, loadChange } from '../load-change.ts';
import { changeView } from '../view.ts';

export default defineRoute<Deps, { id: string }, Record<string, never>, { title?: string; reason?: string; version?: number }>({
  method: 'PATCH',
  path: '/api/process-changes/{id}',
  summary: 'title and reason of a draft',
  access: readers,
  overwrites: true,
  params: changeId,
  payload: Joi.object({ title, reason, version: versionSeen }).or('title', 'reason'),
  answers: { 200: { description: 'the change', schema: changeAnswer }, ...overwriteAnswers },
  guard: async ({ user, params }, deps) => void (await getWritable(deps.db, user, params.id)),
  handle: async ({ user, params, payload: { version: _, ...words }, seen }, deps) => {
    await describeChange(deps, user, params.id, { ...words, seen });
    const loaded = await loadChange(deps.db, params.id);
    return reply(200, await changeView(deps, user, loaded), etagOf(loaded.change.wordsVersion));
  },
});
