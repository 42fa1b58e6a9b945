import Joi from 'joi';
import type { Deps } from '../../deps.ts';
import { html } from '../../platform/html.ts';
import { type Answer, defineRoute, type PageFailure, reply } from '../../platform/route.ts';
import { printPage } from '../print-page.ts';
import { readLetterById } from '../read-letter.ts';

const asHtml = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };

const failure = ({ status, message, path }: PageFailure): Answer =>
  status === 401
    ? reply(302, undefined, { location: `/auth/login?returnTo=${encodeURIComponent(path)}` })
    : reply(
        status,
        html`<!doctype html><html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${message}</title><link rel="icon" href="/assets/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="/assets/portal.css"></head><body class="portal"><main><h1>${message}</h1><p><a href="/">Zur Startseite</a></p></main></body></html>`
          .text,
        asHtml,
      );

/** For the applicant and for the office with full sight of the case, as the letter itself. */
export default defineRoute<Deps, { letterId: string }>({
  method: 'GET',
  path: '/briefe/{letterId}/druck',
  summary: 'Brief als Seite zum Drucken, mit Anschriftfeld nach DIN 5008',
  access: 'signed-in',
  params: { letterId: Joi.string().guid().required() },
  page: failure,
  answers: { 200: { description: 'der Brief (HTML)', raw: true }, 404: { description: 'kein solcher Brief' } },
  handle: async ({ user, params }, deps) => {
    return reply(200, printPage(await readLetterById(deps, { user, letterId: params.letterId })), asHtml);
  },
});
