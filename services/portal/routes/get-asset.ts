import Joi from 'joi';
import { defineRoute } from '../../platform/route.ts';
import { bundledFile } from '../static-file.ts';

export default defineRoute<unknown, { file: string }, Record<string, unknown>>({
  method: 'GET',
  path: '/assets/{file}',
  summary: 'Web application: scripts, styles, fonts',
  access: 'public',
  params: {
    file: Joi.string()
      .pattern(/^[\w-][\w.-]*$/)
      .max(200)
      .required(),
  },
  // Icon fonts are linked with a number behind them.
  query: Joi.object().unknown(),
  answers: { 200: { description: 'the file; names with a hash never change', raw: true }, 404: { description: 'no such file' } },
  handle: ({ params }) => bundledFile(params.file),
});
