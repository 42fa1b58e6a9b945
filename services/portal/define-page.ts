import Joi from 'joi';
import type { Deps } from '../deps.ts';
import { applicantGroup } from '../office/index.ts';
import { type Answer, type AnyRoute, defineRoute, type Guarded, reply, type User } from '../platform/route.ts';
import { readTour, tourValues } from './demo-tour.ts';
import { failPage } from './fail-page.ts';
import { chooseLanguage, type Language, type Texts, textsOf } from './language.ts';
import { type Page, renderPage } from './page.ts';

export type PageInput<Params, Query, Form> = {
  user: User;
  params: Params;
  query: Query;
  form: Form;
  language: Language;
  t: Texts;
  formToken: string;
};

type PageRoute<Params, Query, Form> = Guarded<Deps, Params> & {
  method: 'GET' | 'POST';
  path: string;
  summary: string;
  params?: Joi.PartialSchemaMap;
  query?: Joi.PartialSchemaMap;
  upload?: { maxBytes: number };
  readsText?: true;
  show(input: PageInput<Params, Query, Form>, deps: Deps): Promise<Page | { to: string }>;
};

const isRedirect = (shown: Page | { to: string }): shown is { to: string } => 'to' in shown;

/**
 * A page of the applicants' portal: for their group only, without JavaScript, in the language they chose. It shows a page or sends
 * the browser on (after a POST, so that reloading repeats nothing). Forms take any fields; the page checks them, all at once.
 */
export const definePage = <Params = Record<string, never>, Query = Record<string, never>, Form = Record<string, unknown>>(
  route: PageRoute<Params, Query, Form>,
): AnyRoute<Deps> =>
  defineRoute<Deps, Params, Query & { lang?: string; rundgang?: string }, Form>({
    ...(route.method === 'GET' ? { method: route.method } : { method: route.method, guard: route.guard }),
    path: route.path,
    summary: route.summary,
    access: [applicantGroup],
    ...(route.params ? { params: route.params } : {}),
    query: {
      ...route.query,
      lang: Joi.string().valid('de', 'en').description('Sprache der Seite; wird behalten'),
      rundgang: Joi.string()
        .valid(...tourValues)
        .description('Schritt des Rundgangs; nur in der Vorführung'),
    },
    ...(route.upload ? { upload: route.upload } : {}),
    ...(route.readsText ? { readsText: true } : {}),
    ...(route.method === 'POST' ? { payload: Joi.object().unknown() } : {}),
    page: failPage,
    answers:
      route.method === 'GET'
        ? { 200: { description: 'Seite (HTML)', raw: true } }
        : { 303: { description: 'angenommen; weiter zur nächsten Seite' }, 400: { description: 'dieselbe Seite mit allen Fehlern' } },
    handle: async ({ user, params, query, payload, headers, formToken }, deps): Promise<Answer> => {
      const language = chooseLanguage(query.lang, headers.cookie);
      const shown = await route.show({ user, params, query, form: payload, language, t: textsOf(language), formToken }, deps);
      if (isRedirect(shown)) return reply(303, undefined, { location: shown.to, 'cache-control': 'no-store' });
      const { demo } = deps.config;
      const frame = { language, person: user.name, formToken, demo, keepLanguage: query.lang !== undefined };
      return renderPage(shown, demo ? { ...frame, tour: readTour(query.rundgang, headers.cookie) } : frame);
    },
  });
