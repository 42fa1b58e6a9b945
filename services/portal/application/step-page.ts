import { type Html, html } from '../../platform/html.ts';
import type { Faults, Typed } from '../fields/field.ts';
import { renderFaults, renderField } from '../fields/render-field.ts';
import type { Language, Texts } from '../language.ts';
import type { Page } from '../page.ts';
import { type FormStep, fieldsOf, groupsOf, isFaulty, pathOf, type Step, stepBefore, steps } from './steps.ts';

export type StepFrame = { t: Texts; language: Language; formToken: string };

export const csrfField = (token: string): Html => html`<input type="hidden" name="csrf" value="${token}">`;

/** Where the person is in the application. */
export const stepHead = (step: Step, t: Texts): Pick<Page, 'title' | 'over' | 'current'> => ({
  title: t.application.steps[step],
  over: `${t.application.title} · ${t.application.step(steps.indexOf(step) + 1, steps.length)}`,
  current: 'apply',
});

export const stepButtons = (step: Step, t: Texts, label = t.application.next): Html => {
  const before = stepBefore(step);
  return html`<div class="buttons"><button class="kern-btn kern-btn--primary" type="submit"><span class="kern-label">${label}</span></button>
<a class="kern-link" href="${before ? pathOf(before) : '/mein/antrag'}">${t.application.back}</a></div>`;
};

/** The questions of a step, with what was typed and every fault. */
export const stepPage = (step: FormStep, typed: Typed, faults: Faults, { t, language, formToken }: StepFrame): Page => {
  const frame = { t, language, typed, faults };
  const notice = renderFaults(fieldsOf(step), frame);
  const body = html`<form class="questions" method="post" action="${pathOf(step)}" novalidate>${csrfField(formToken)}
${groupsOf(step).map(
  (group) => html`<section>${group.title && html`<h2>${group.title(t)}</h2>`}${group.text && html`<p>${group.text(t)}</p>`}
${group.fields.map((field) => renderField(field, frame))}</section>`,
)}
${stepButtons(step, t)}</form>`;
  return { ...stepHead(step, t), body, ...(notice ? { notice } : {}), ...(isFaulty(faults) ? { status: 400 } : {}) };
};
