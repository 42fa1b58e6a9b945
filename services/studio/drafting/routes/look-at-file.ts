import type { Deps } from '../../../deps.ts';
import { defineRoute, reply, type UploadedFile } from '../../../platform/route.ts';
import { readers, requireWriter } from '../../rights.ts';
import { envelopeBytes, uploadedDrawing, writeAnswers } from '../../schemas.ts';
import { fileLook } from '../answers.ts';
import { lookAtFile, maxImportBytes } from '../import-file.ts';

export default defineRoute<Deps, Record<string, never>, Record<string, never>, { file: UploadedFile }>({
  method: 'POST',
  path: '/api/studio/look',
  summary: 'look at a drawing of another tool before it comes into a draft',
  access: readers,
  upload: { maxBytes: maxImportBytes + envelopeBytes },
  payload: { file: uploadedDrawing },
  answers: {
    200: {
      description: 'more than one choice: people must say which process is theirs; notes: what an import would leave out or change',
      schema: fileLook,
    },
    400: { description: 'it cannot be taken; the message says why' },
    403: writeAnswers[403],
    404: writeAnswers[404],
    413: { description: 'larger than 1 MB' },
  },
  guard: ({ user }) => requireWriter(user),
  handle: async ({ user, payload }) => reply(200, lookAtFile(user, { fileName: payload.file.filename, bytes: payload.file.content })),
});
