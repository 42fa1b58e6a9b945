import { html } from '../../platform/html.ts';
import { formatDate } from '../format-date.ts';
import type { Page } from '../page.ts';
import type { Draft } from '../store.ts';
import { csrfField, type StepFrame } from './step-page.ts';
import { pathOf } from './steps.ts';

/** "Was brauche ich?": for whom, what, how long, before the first question is asked. */
export const startPage = (draft: Draft | undefined, { t, language, formToken }: StepFrame): Page => {
  const words = t.application.start;
  const body = html`<p class="lead">${words.lead}</p>
${
  draft &&
  html`<section class="resume"><p>${words.resumeText(formatDate(draft.updatedAt, language))}</p>
<div class="buttons"><a class="kern-btn kern-btn--primary" href="${pathOf('person')}"><span class="kern-label">${words.resume}</span></a>
<form method="post" action="/mein/antrag/verwerfen">${csrfField(formToken)}<button class="plain" type="submit">${words.discard}</button></form></div></section>`
}
<h2>${words.need}</h2><ul class="kern-list kern-list--bullet">${words.needs.map((need) => html`<li>${need}</li>`)}</ul>
<p>${words.needText} ${words.later}</p>
<h2>${words.forWhom}</h2><p>${words.forWhomText}</p>
<h2>${words.whatIsTitle}</h2><p>${words.whatIs}</p>
<h2>${words.when}</h2><p>${words.whenText}</p>
<h2>${words.duration}</h2><p>${words.durationText}</p>
${!draft && html`<p>${words.saved}</p><p><a class="kern-btn kern-btn--primary" href="${pathOf('person')}"><span class="kern-label">${words.begin}</span></a></p>`}
<h2>${words.otherTitle}</h2><p>${words.other}</p>`;
  return { title: words.title, body, current: 'apply' };
};
