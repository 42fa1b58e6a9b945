import Joi from 'joi';
import { type AnyRoute, defineRoute } from '../platform/route.ts';
import { webPage } from './static-file.ts';

/** An address of the web application. The page itself holds nothing personal; filters and places in its address are the script's business. */
export const defineWebPage = (path: string, summary: string): AnyRoute<unknown> =>
  defineRoute<unknown, Record<string, unknown>, Record<string, unknown>>({
    method: 'GET',
    path,
    summary,
    access: 'public',
    ...(path.includes('{') ? { params: { rest: Joi.string().allow('').max(500) } } : {}),
    query: Joi.object().unknown(),
    answers: { 200: { description: 'HTML', raw: true } },
    handle: webPage,
  });
