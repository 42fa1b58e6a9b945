import Joi from 'joi';
import { getVisibleCase } from '../../cases/index.ts';
import type { Deps } from '../../deps.ts';
import { auditAlone } from '../../platform/audit.ts';
import { NotFound } from '../../platform/errors.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { attachment } from '../attachment.ts';
import { findContent } from '../store.ts';

/** The file is handed out as a download and never shown by the browser in our own page's name. */
export default defineRoute<Deps, { caseId: string; documentId: string }>({
  method: 'GET',
  path: '/api/cases/{caseId}/documents/{documentId}',
  summary: 'Unterlage herunterladen',
  access: 'signed-in',
  params: { caseId: Joi.string().guid().required(), documentId: Joi.string().guid().required() },
  answers: { 200: { description: 'die Datei', raw: true }, 404: { description: 'keine solche Unterlage' } },
  handle: async ({ user, params }, deps) => {
    const { found } = await getVisibleCase(deps, user, params.caseId, ['full', 'portal']);
    const file = await findContent(deps.db, found.caseId, params.documentId);
    if (!file) throw new NotFound();
    await auditAlone(deps.db, {
      actor: user.account,
      action: 'view document',
      caseId: found.caseId,
      section: found.section,
      object: `document ${params.documentId}`,
      outcome: 'done',
    });
    return reply(200, file.content, {
      'content-type': file.mediaType,
      'content-disposition': attachment(file.fileName),
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
  },
});
