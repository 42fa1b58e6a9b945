import { type Html, html } from '../platform/html.ts';
import { type Texts, textsOf } from './language.ts';

const cookieName = 'lotse-rundgang';

/** Where each step of the tour is best read; the strip itself stands on every page until it is closed. */
const places = ['/mein', '/mein/antrag', '/mein/antrag/duldung/person', '/mein', '/mein'] as const;

/** What `rundgang` may be in an address: the card of the start page names the tour, the strip its steps; 0 ends it. */
export const tourValues = ['applicant', '0', ...places.map((_, index) => String(index + 1))];

export type Tour = { step: number /** Chosen with this address: it is kept. */; chosen: boolean };

/** The step the applicant is at; 0 without a tour. There are no scripts here, so the address and then a cookie remember it. */
export const readTour = (asked: string | undefined, cookies: string | undefined): Tour => {
  if (asked !== undefined) return { step: asked === 'applicant' ? 1 : Number(asked), chosen: true };
  const kept = Number(/(?:^|;)\s*lotse-rundgang=(\d)\s*(?:;|$)/.exec(cookies ?? '')?.[1] ?? 0);
  return { step: kept <= places.length ? kept : 0, chosen: false };
};

/** Says nothing about a person; gone with the browser's window. */
export const tourCookie = ({ step }: Tour): string => `${cookieName}=${step}; Path=/mein; SameSite=Lax${step === 0 ? '; Max-Age=0' : ''}`;

const link = (step: number, text: string, primary: boolean): Html =>
  html`<a class="kern-btn ${primary ? 'kern-btn--primary' : 'kern-btn--secondary'}" href="${places[step - 1]}?rundgang=${step}"><span class="kern-label">${text}</span></a>`;

/** One numbered hint at a time, under the header. */
export const tourStrip = ({ step }: Tour, language: Parameters<typeof textsOf>[0]): Html | false => {
  const t: Texts['tour'] = textsOf(language).tour;
  const hint = t.steps[step - 1];
  if (!hint) return false;
  const last = step === t.steps.length;
  return html`<section class="tour" aria-label="${t.label}"><div class="tour-inner">
<div><h2><span class="tour-count">${t.step(step, t.steps.length)}</span> ${hint.title}</h2><p>${hint.text}</p></div>
<div class="tour-ways">${step > 1 && link(step - 1, t.back, false)}${!last && link(step + 1, t.next, true)}
<a class="kern-link" href="?rundgang=0">${last ? t.done : t.close}</a></div>
</div></section>`;
};
