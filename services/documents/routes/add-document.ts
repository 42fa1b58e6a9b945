import Joi from 'joi';
import { type CaseRow, getVisibleCase } from '../../cases/index.ts';
import type { Deps } from '../../deps.ts';
import { codesOf } from '../../office/index.ts';
import { Forbidden } from '../../platform/errors.ts';
import { defineRoute, reply, type UploadedFile, type User } from '../../platform/route.ts';
import { hasRight } from '../../staff/index.ts';
import { filedDocument } from '../answers.ts';
import { checkFile, maxFileBytes } from '../check-file.ts';
import { storeDocument } from '../store-document.ts';

/** Boundaries and the other field of a multipart body around the file itself. */
const envelopeBytes = 64 * 1024;

/** The counter takes papers in for every section, and sees no more of the case for it. */
const getCaseToFile = async (deps: Pick<Deps, 'db'>, user: User, caseId: string): Promise<CaseRow> => {
  const { found, level } = await getVisibleCase(deps, user, caseId, ['full', 'portal', 'status']);
  if (level === 'status' && !hasRight(user, 'take-papers-in')) {
    throw new Forbidden('Sie sehen diesen Vorgang nur zur Auskunft und können keine Unterlagen ablegen.');
  }
  return found;
};

export default defineRoute<Deps, { caseId: string }, Record<string, never>, { file: UploadedFile; type: string }>({
  method: 'POST',
  path: '/api/cases/{caseId}/documents',
  summary: 'Unterlage zu einem Vorgang ablegen',
  access: 'signed-in',
  params: { caseId: Joi.string().guid().required() },
  upload: { maxBytes: maxFileBytes + envelopeBytes },
  payload: {
    file: Joi.object({
      filename: Joi.string().allow('').required(),
      headers: Joi.object().unknown().required(),
      content: Joi.binary().required(),
    })
      .required()
      .messages({
        'object.base': 'Bitte legen Sie eine Datei bei: PDF, JPG oder PNG.',
        'any.required': 'Bitte legen Sie eine Datei bei: PDF, JPG oder PNG.',
      })
      .description('PDF, JPG oder PNG, höchstens 10 Megabyte'),
    type: Joi.string()
      .valid(...codesOf('unterlagen'))
      .required()
      .description('Art der Unterlage'),
  },
  answers: {
    200: { description: 'dieselbe Datei liegt schon im Vorgang', schema: filedDocument },
    201: { description: 'abgelegt', schema: filedDocument },
    400: { description: 'Datei oder Art wird nicht angenommen' },
    403: { description: 'der Vorgang ist nur zur Auskunft sichtbar' },
    404: { description: 'kein solcher Vorgang' },
    413: { description: 'die Datei ist größer als 10 Megabyte' },
  },
  guard: async ({ user, params }, deps) => void (await getCaseToFile(deps, user, params.caseId)),
  handle: async ({ user, params, payload }, deps) => {
    const found = await getCaseToFile(deps, user, params.caseId);
    const { documentId, created } = await storeDocument(deps, {
      caseId: found.caseId,
      file: checkFile(payload.file, payload.type),
      by: user.account,
    });
    return reply(created ? 201 : 200, { documentId });
  },
});
