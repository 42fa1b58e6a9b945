import Joi from 'joi';
import type { Deps } from '../../../deps.ts';
import { defineRoute, reply } from '../../../platform/route.ts';
import { readers, requireWriter } from '../../rights.ts';
import { fileContent, filePath, reason, title, writeAnswers } from '../../schemas.ts';
import { change as changeAnswer } from '../answers.ts';
import { createChange } from '../create-change.ts';
import { loadChange } from '../load-change.ts';
import { changeView } from '../view.ts';

type Payload = { title: string; reason: string; files: { path: string; content?: string }[] };

export default defineRoute<Deps, Record<string, never>, Record<string, never>, Payload>({
  method: 'POST',
  path: '/api/process-changes',
  summary: 'begin a change; files without content are taken from what is live',
  access: readers,
  payload: {
    title: title.allow('').default(''),
    reason: reason.default(''),
    files: Joi.array()
      .items(Joi.object({ path: filePath.required(), content: fileContent }))
      .max(40)
      .default([]),
  },
  answers: { 201: { description: 'the draft', schema: changeAnswer }, ...writeAnswers },
  guard: ({ user }) => requireWriter(user),
  handle: async ({ user, payload }, deps) => {
    const changeId = await createChange(deps, user, payload);
    return reply(201, await changeView(deps, user, await loadChange(deps.db, changeId)));
  },
});
