import Joi from 'joi';
import { letterBody, readLetterById } from '../../letters/index.ts';
import { html } from '../../platform/html.ts';
import { definePage } from '../define-page.ts';
import { formatDay } from '../format-date.ts';

/** Reading it here is what opens it (§ 41 (2a) VwVfG). */
export default definePage<{ letterId: string }>({
  method: 'GET',
  path: '/mein/briefe/{letterId}',
  summary: 'Portal: einen Brief lesen',
  params: { letterId: Joi.string().guid().required() },
  show: async ({ user, params, t, language }, deps) => {
    const letter = await readLetterById(deps, { user, letterId: params.letterId });
    const words = t.letter;
    const body = html`<p class="number">${t.matter.number}: <strong>${letter.aktenzeichen}</strong></p>
${language !== 'de' && html`<p class="language-note">${words.language}</p>`}
${letter.rechtsbehelfBis && html`<div class="kern-alert kern-alert--warning"><div class="kern-alert__header"><span class="kern-icon kern-icon--warning" aria-hidden="true"></span><span class="kern-title">${words.remedy(formatDay(letter.rechtsbehelfBis, language))}</span></div></div>`}
<article class="letter" lang="de">${deps.config.demo && html`<p class="sample-line">MUSTER – ohne Rechtswirkung</p>`}${letterBody(letter, 'Genauer Wortlaut')}</article>
<div class="buttons"><a class="kern-btn kern-btn--secondary" href="/briefe/${letter.letterId}/druck"><span class="kern-label">${words.print}</span></a>
<a class="kern-link" href="/mein/vorgang/${letter.caseId}">${words.matter}</a></div>`;
    return { title: letter.subject, titleLanguage: 'de', over: words.from(formatDay(letter.at, language)), body };
  },
});
