import { type Html, html } from '../../platform/html.ts';
import { listCountries, listSpoken } from '../fields/countries.ts';
import { type Faults, type Field, inputsOf, type Typed } from '../fields/field.ts';
import { readDate } from '../fields/read-fields.ts';
import { renderFaults, renderField } from '../fields/render-field.ts';
import { formatDate } from '../format-date.ts';
import type { Language, Texts } from '../language.ts';
import type { Page } from '../page.ts';
import { paperName } from '../paper-name.ts';
import type { DraftFile } from '../store.ts';
import { csrfField, type StepFrame, stepButtons, stepHead } from './step-page.ts';
import { checkStep, declarations, type FormStep, fieldsOf, formSteps, isFaulty, pathOf, type Step } from './steps.ts';

const shown = (field: Field, { typed, today }: { typed: Typed; today: string }, t: Texts, language: Language): string => {
  const text = typed[field.name] ?? '';
  if (inputsOf(field).every((input) => !typed[input])) return t.application.check.none;
  if (field.kind === 'date') {
    const date = readDate(field, typed, today);
    return date
      ? formatDate(date, language)
      : inputsOf(field)
          .map((input) => typed[input])
          .join(' ');
  }
  if (field.kind === 'confirm') return t.application.options.janein.ja;
  if (field.kind === 'choice') return (t.application.options[field.options] as Record<string, string>)[text] ?? text;
  if (field.kind === 'language') return listSpoken(language).find((each) => each.value === text)?.label ?? text;
  if (field.kind === 'country')
    return (
      (t.application.nationalities as Record<string, string>)[text] ??
      listCountries(language).find((each) => each.value === text)?.label ??
      text
    );
  return text;
};

/** Which steps still have faults: the application cannot be sent before. */
export const faultySteps = (typed: Typed, t: Texts, today: string): FormStep[] =>
  formSteps.filter((step) => isFaulty(checkStep(step, typed, t, today)));

const summary = (step: Step, t: Texts, faulty: boolean, body: Html): Html => html`<section class="summary${faulty && ' faulty'}">
<div class="summary-head"><h2>${t.application.steps[step]}</h2><a class="kern-link" href="${pathOf(step)}" aria-label="${t.application.check.changeLabel(t.application.steps[step])}">${t.application.check.change}</a></div>
${faulty && html`<p class="kern-error"><span class="kern-icon kern-icon--danger" aria-hidden="true"></span><span class="kern-body">${t.application.check.faults}</span></p>`}
${body}</section>`;

/** Everything once more, the declarations, and the button that sends it. */
export const checkPage = (
  draft: { typed: Typed; files: readonly DraftFile[]; today: string },
  faults: Faults,
  refused: boolean,
  { t, language, formToken }: StepFrame,
): Page => {
  const { typed, files, today } = draft;
  const faulty = faultySteps(typed, t, today);
  const words = t.application;
  const labelOf = (type: string): string => paperName(type, language);
  const frame = { t, language, typed: {}, faults };
  const body = html`<p>${words.check.lead}</p>
${formSteps.map((step) =>
  summary(
    step,
    t,
    faulty.includes(step),
    html`<dl class="answers">${fieldsOf(step)
      .filter((field) => field.kind !== 'confirm' || draft.typed[field.name])
      .map((field) => html`<div><dt>${words.fields[field.name].label}</dt><dd>${shown(field, draft, t, language)}</dd></div>`)}</dl>`,
  ),
)}
${summary(
  'unterlagen',
  t,
  false,
  files.length === 0
    ? html`<p>${words.check.noFiles}</p>`
    : html`<dl class="answers">${files.map((file) => html`<div><dt>${labelOf(file.type)}</dt><dd>${file.fileName}</dd></div>`)}</dl>`,
)}
<section><h2>${words.check.privacyTitle}</h2><p>${words.check.privacy}</p></section>
<form class="questions" method="post" action="${pathOf('absenden')}" novalidate>${csrfField(formToken)}
<fieldset class="kern-fieldset"><legend class="kern-label">${words.check.declarations}</legend><div class="kern-fieldset__body">${declarations.map((field) => renderField(field, frame))}</div></fieldset>
<p>${words.check.after}</p>
${stepButtons('absenden', t, words.check.send)}</form>`;
  const stepFaults =
    refused &&
    faulty.length > 0 &&
    html`<div class="kern-alert kern-alert--danger" role="alert"><div class="kern-alert__header"><span class="kern-icon kern-icon--danger" aria-hidden="true"></span><h2 class="kern-title">${words.check.faults}</h2></div>
<div class="kern-alert__body"><ul class="faults">${faulty.map((step) => html`<li><a class="kern-link" href="${pathOf(step)}">${words.steps[step]}</a></li>`)}</ul></div></div>`;
  const fieldFaults = renderFaults(declarations, frame);
  const notice = stepFaults || fieldFaults ? html`${stepFaults}${fieldFaults}` : undefined;
  return { ...stepHead('absenden', t), body, ...(notice ? { notice } : {}), ...(refused ? { status: 400 } : {}) };
};
