import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { NotFound } from '../../platform/errors.ts';
import { defineRoute, reply } from '../../platform/route.ts';
import { isStaff } from '../../staff/index.ts';
import { letterTemplate } from '../answers.ts';
import { findTemplate } from '../templates.ts';

export default defineRoute<Deps, { id: string }>({
  method: 'GET',
  path: '/api/letter-templates/{id}',
  summary: 'a letter as it is written, before anybody’s data stands in it',
  access: 'signed-in',
  params: {
    id: Joi.string()
      .pattern(/^[a-z][a-z-]{0,59}$/)
      .required()
      .description('type of the letter'),
  },
  answers: {
    200: {
      description: 'values that are put in stand between {{ and }}',
      schema: letterTemplate,
    },
    404: { description: 'no such letter' },
  },
  handle: async ({ user, params }) => {
    const found = isStaff(user) ? findTemplate(params.id) : undefined;
    if (!found) throw new NotFound();
    return reply(200, {
      type: found.type,
      name: found.name ?? found.subject,
      subject: found.subject,
      norm: found.norm,
      lawAsOf: found.rechtsstand,
      blocks: found.blocks.map((block) => ({ kind: block.kind, text: block.kind === 'liste' ? `{{${block.name}}}` : block.source })),
    });
  },
});
