import type { Deps } from '../../../deps.ts';
import { etagOf, versionSeen } from '../../../platform/if-match.ts';
import { defineRoute, reply } from '../../../platform/route.ts';
import { readers } from '../../rights.ts';
import { changeId, fileContent, filePath, overwriteAnswers } from '../../schemas.ts';
import { savedFile } from '../answers.ts';
import { saveFile } from '../edit-files.ts';
import { getWritable } from '../load-change.ts';

type Payload = { path: string; content?: string; version?: number };

export default defineRoute<Deps, { id: string }, Record<string, never>, Payload>({
  method: 'PUT',
  path: '/api/process-changes/{id}/files',
  summary: 'save a file of a draft; without content the live text joins the change',
  access: readers,
  overwrites: true,
  params: changeId,
  payload: {
    path: filePath.required(),
    content: fileContent,
    version: versionSeen.description(
      'as it was read; If-Match says the same. Without it nothing that somebody else has saved is overwritten',
    ),
  },
  answers: {
    200: { description: 'saved', schema: savedFile },
    ...overwriteAnswers,
    413: { description: 'larger than 1 MB' },
  },
  guard: async ({ user, params }, deps) => void (await getWritable(deps.db, user, params.id)),
  handle: async ({ user, params, payload, seen }, deps) => {
    const saved = await saveFile(deps, user, {
      changeId: params.id,
      path: payload.path,
      seen,
      ...(payload.content === undefined ? {} : { content: payload.content }),
    });
    return reply(200, saved, etagOf(saved.version));
  },
});
