import Joi from 'joi';
import type { Deps } from '../../../deps.ts';
import { versionSeen } from '../../../platform/if-match.ts';
import type { UploadedFile } from '../../../platform/route.ts';
import { defineRoute, reply } from '../../../platform/route.ts';
import { getWritable } from '../../changes/load-change.ts';
import { readers } from '../../rights.ts';
import { changeId, envelopeBytes, filePath, uploadedDrawing, writeAnswers } from '../../schemas.ts';
import { importedFile } from '../answers.ts';
import { importFile, maxImportBytes } from '../import-file.ts';

export default defineRoute<
  Deps,
  { id: string },
  Record<string, never>,
  { file: UploadedFile; path?: string; process?: string; version?: number }
>({
  method: 'POST',
  path: '/api/process-changes/{id}/import',
  summary: 'bring a file of another tool into a draft',
  access: readers,
  overwrites: true,
  params: changeId,
  upload: { maxBytes: maxImportBytes + envelopeBytes },
  payload: {
    file: uploadedDrawing,
    path: filePath.description('which file it becomes; by default what its own id says'),
    version: versionSeen,
    process: Joi.string().max(300).description('id in the file of the process that becomes ours, where several have steps'),
  },
  answers: {
    201: { description: 'what was done to it', schema: importedFile },
    ...writeAnswers,
    400: { description: 'it cannot be taken; the message says why' },
    409: {
      description:
        'not in this state, somebody has saved in between (details: version, by, at), or several processes have steps (details.choices: id, name, steps): again with `process`',
    },
    413: { description: 'larger than 1 MB' },
  },
  guard: async ({ user, params }, deps) => void (await getWritable(deps.db, user, params.id)),
  handle: async ({ user, params, payload, seen }, deps) =>
    reply(
      201,
      await importFile(deps, user, {
        changeId: params.id,
        fileName: payload.file.filename,
        bytes: payload.file.content,
        seen,
        ...(payload.path ? { path: payload.path } : {}),
        ...(payload.process ? { process: payload.process } : {}),
      }),
    ),
});
