import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import type { Kind } from '../../engine/releases/index.ts';
import { NotFound } from '../../platform/errors.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { isStaff } from '../../staff/index.ts';
import { kindQuery, processId } from '../schemas.ts';
import { releasesFor } from '../withheld.ts';

export default defineRoute<Deps, { id: string }, { version?: number; kind: Kind }>({
  method: 'GET',
  path: '/api/processes/{id}/xml',
  summary: 'one release as its author wrote it, with plain ids',
  access: 'signed-in',
  params: processId,
  query: { version: Joi.number().integer().min(1), kind: kindQuery },
  answers: { 200: { description: 'BPMN or DMN XML; form-js JSON for a form', raw: true }, 404: { description: 'no such release' } },
  handle: async ({ user, params, query }, { releases }) => {
    const found = isStaff(user) ? await (await releasesFor(releases, user)).findContent(params.id, query.kind, query.version) : undefined;
    if (!found) throw new NotFound();
    return reply(200, found.content, { 'content-type': query.kind === 'form' ? 'application/json' : 'application/xml; charset=utf-8' });
  },
});
