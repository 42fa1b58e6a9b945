import Joi from 'joi';
import type { Deps } from '../../engine/index.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { saveFile } from '../edit-files.ts';
import { changeId, fileContent, filePath, writeAnswers } from '../schemas.ts';
import { readers } from '../states.ts';

type Payload = { path: string; content?: string; version?: number };

export default defineRoute<Deps, { id: string }, Record<string, never>, Payload>({
  method: 'PUT',
  path: '/api/process-changes/{id}/files',
  summary: 'save a file of a draft; without content the live text joins the change',
  access: readers,
  params: changeId,
  payload: {
    path: filePath.required(),
    content: fileContent,
    version: Joi.number().integer().min(1).description('as it was read; without it nothing that somebody else has saved is overwritten'),
  },
  answers: {
    200: { description: 'saved', schema: Joi.object({ savedAt: Joi.string().isoDate(), version: Joi.number().integer() }) },
    ...writeAnswers,
    409: { description: 'somebody has saved in between (details: by, at), or it is no draft' },
    413: { description: 'larger than 1 MB' },
  },
  handle: async ({ user, params, payload }, deps) => reply(200, await saveFile(deps, user, { changeId: params.id, ...payload })),
});
