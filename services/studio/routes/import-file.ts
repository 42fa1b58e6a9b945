import Joi from 'joi';
import type { Deps } from '../../engine/index.ts';
import type { UploadedFile } from '../../platform/route.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { importFile, maxImportBytes } from '../import-file.ts';
import { changeId, filePath, writeAnswers } from '../schemas.ts';
import { readers } from '../states.ts';

/** Boundaries and the other field of a multipart body around the file itself. */
const envelopeBytes = 16 * 1024;
const missing = 'Bitte legen Sie eine Datei bei: .bpmn, .dmn oder .form.';

export default defineRoute<Deps, { id: string }, Record<string, never>, { file: UploadedFile; path?: string }>({
  method: 'POST',
  path: '/api/process-changes/{id}/import',
  summary: 'bring a file of another tool into a draft',
  access: readers,
  params: changeId,
  upload: { maxBytes: maxImportBytes + envelopeBytes },
  payload: {
    file: Joi.object({
      filename: Joi.string().allow('').max(300).required(),
      headers: Joi.object().unknown().required(),
      content: Joi.binary().required(),
    })
      .required()
      .messages({ 'object.base': missing, 'any.required': missing }),
    path: filePath.description('which file it becomes; by default what its own id says'),
  },
  answers: {
    201: { description: 'what was done to it', schema: Joi.object({ path: Joi.string(), notes: Joi.array().items(Joi.string()) }) },
    ...writeAnswers,
    400: { description: 'it cannot be taken; the message says why' },
    413: { description: 'larger than 1 MB' },
  },
  handle: async ({ user, params, payload }, deps) =>
    reply(
      201,
      await importFile(deps, user, {
        changeId: params.id,
        fileName: payload.file.filename,
        bytes: payload.file.content,
        ...(payload.path ? { path: payload.path } : {}),
      }),
    ),
});
