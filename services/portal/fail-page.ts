import { html } from '../platform/html.ts';
import { type Answer, type PageFailure, reply } from '../platform/route.ts';
import { chooseLanguage, textsOf } from './language.ts';
import { renderPage } from './page.ts';

/** What went wrong, as a page. Who only needs to sign in to read is led there; a form that was sent in vain must not be lost by that. */
export const failPage = ({ status, method, path, headers, message }: PageFailure): Answer => {
  const signIn = `/auth/login?returnTo=${encodeURIComponent(path)}`;
  if (status === 401 && method === 'get') return reply(302, undefined, { location: signIn });
  const url = new URL(path, 'http://here');
  const language = chooseLanguage(url.searchParams.get('lang') ?? undefined, headers.cookie);
  const t = textsOf(language).failure;
  const frame = { language, formToken: '', demo: false, keepLanguage: false };
  if (status === 401) {
    const body = html`<p>${t.signedOutText}</p><p><a class="kern-btn kern-btn--primary" href="/auth/login?returnTo=/mein" target="_blank" rel="noopener"><span class="kern-label">${t.signIn}</span></a></p>`;
    return renderPage({ title: t.signedOut, body, status }, frame);
  }
  const words: Record<number, string> = { 403: t.forged, 404: t.notFound, 413: t.tooLarge, 503: t.unavailable };
  // Conflicts and refusals of use cases say it better themselves, but only in German.
  const text = words[status] ?? (language === 'de' && status < 500 ? message : t.wrong);
  const body = html`<p>${text}</p><p><a class="kern-btn kern-btn--secondary" href="/mein"><span class="kern-label">${t.home}</span></a></p>`;
  return renderPage({ title: t.title, body, status }, frame);
};
