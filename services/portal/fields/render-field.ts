import { attribute, type Html, html } from '../../platform/html.ts';
import type { Language, Texts } from '../language.ts';
import { listCountries, listSpoken } from './countries.ts';
import { dateParts, type Faults, type Field, firstInput, inputsOf, type Typed } from './field.ts';

export type FieldFrame = { t: Texts; language: Language; typed: Typed; faults: Faults };
type Option = { value: string; label: string };

const wording = (field: Field, t: Texts): { label: string; hint: string } => t.application.fields[field.name];

const described = (field: Field, { t, faults }: FieldFrame): string | undefined => {
  const ids = [wording(field, t).hint && `${field.name}-hinweis`, faults[field.name] && `${field.name}-fehler`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
};

const optional = (field: Field, t: Texts): Html | false =>
  !field.required && !field.depends && html` <span class="kern-label__optional">(${t.fields.optional})</span>`;
const hint = (field: Field, t: Texts): Html | false =>
  wording(field, t).hint !== '' && html`<div class="kern-hint" id="${field.name}-hinweis">${wording(field, t).hint}</div>`;
const fault = (field: Field, { t, faults }: FieldFrame): Html | false =>
  faults[field.name] !== undefined &&
  html`<p class="kern-error" id="${field.name}-fehler"><span class="kern-icon kern-icon--danger" aria-hidden="true"></span><span class="kern-body"><span class="kern-sr-only">${t.fields.fault}</span>${faults[field.name]}</span></p>`;

const aria = (field: Field, frame: FieldFrame): Html =>
  html`${attribute('aria-describedby', described(field, frame))}${frame.faults[field.name] !== undefined && html` aria-invalid="true"`}`;

const labelled = (field: Field, frame: FieldFrame, control: Html): Html => {
  const { t } = frame;
  return html`<div class="kern-form-input${frame.faults[field.name] !== undefined && ' kern-form-input--error'}">
<label class="kern-label" for="${field.name}">${wording(field, t).label}${optional(field, t)}</label>${hint(field, t)}
${control}${fault(field, frame)}</div>`;
};

const grouped = (field: Field, frame: FieldFrame, body: Html, horizontal = false): Html => {
  const { t } = frame;
  return html`<fieldset class="kern-fieldset${frame.faults[field.name] !== undefined && ' kern-fieldset--error'}"${attribute('aria-describedby', described(field, frame))}>
<legend class="kern-label">${wording(field, t).label}${optional(field, t)}</legend>${hint(field, t)}
<div class="kern-fieldset__body${horizontal && ' kern-fieldset__body--horizontal'}">${body}</div>${fault(field, frame)}</fieldset>`;
};

const textInput = (field: Field & { kind: 'text' }, frame: FieldFrame): Html =>
  labelled(
    field,
    frame,
    html`<input class="kern-form-input__input${field.width === 'short' && ' kern-form-input__input--width-4'}" id="${field.name}" name="${field.name}" type="${field.type ?? 'text'}" value="${frame.typed[field.name]}" maxlength="${field.max}"${attribute('autocomplete', field.autocomplete)}${attribute('inputmode', field.digits !== undefined && 'numeric')}${attribute('spellcheck', 'false')}${aria(field, frame)}>`,
  );

const select = (field: Field, frame: FieldFrame, options: readonly Option[]): Html => {
  const chosen = frame.typed[field.name];
  return labelled(
    field,
    frame,
    html`<div class="kern-form-input__select-wrapper"><select class="kern-form-input__select" id="${field.name}" name="${field.name}"${aria(field, frame)}>
<option value="">${frame.t.fields.choose}</option>${options.map(
      ({ value, label }) => html`<option value="${value}"${attribute('selected', value === chosen)}>${label}</option>`,
    )}</select></div>`,
  );
};

const dateInputs = (field: Field & { kind: 'date' }, frame: FieldFrame): Html => {
  const words = { tag: frame.t.fields.day, monat: frame.t.fields.month, jahr: frame.t.fields.year };
  const complete = { tag: 'bday-day', monat: 'bday-month', jahr: 'bday-year' };
  const body = dateParts.map((part) => {
    const name = `${field.name}-${part}`;
    const digits = part === 'jahr' ? 4 : 2;
    return html`<div class="kern-form-input"><label class="kern-label kern-label--small" for="${name}">${words[part]}</label>
<input class="kern-form-input__input kern-form-input__input--width-${digits}" id="${name}" name="${name}" type="text" inputmode="numeric" maxlength="${digits}" value="${frame.typed[name]}"${attribute('autocomplete', field.autocomplete === 'bday' && complete[part])}${frame.faults[field.name] !== undefined && html` aria-invalid="true"`}></div>`;
  });
  return grouped(field, frame, html`${body}`, true);
};

const radios = (field: Field & { kind: 'choice' }, frame: FieldFrame): Html =>
  grouped(
    field,
    frame,
    html`${Object.entries(frame.t.application.options[field.options]).map(
      (
        [value, label],
        index,
      ) => html`<div class="kern-form-check"><input class="kern-form-check__radio" type="radio" id="${field.name}-${index}" name="${field.name}" value="${value}"${attribute('checked', frame.typed[field.name] === value)}>
<label class="kern-label" for="${field.name}-${index}">${label}</label></div>`,
    )}`,
  );

const checkbox = (field: Field, frame: FieldFrame): Html =>
  html`<div class="confirm${frame.faults[field.name] !== undefined && ' kern-fieldset--error'}"><div class="kern-form-check"><input class="kern-form-check__checkbox" type="checkbox" id="${field.name}" name="${field.name}" value="ja"${attribute('checked', frame.typed[field.name] === 'ja')}${aria(field, frame)}>
<label class="kern-label" for="${field.name}">${wording(field, frame.t).label}</label></div>${fault(field, frame)}</div>`;

const withSpecial = (frame: FieldFrame): Option[] =>
  Object.entries(frame.t.application.nationalities).map(([value, label]) => ({ value, label }));

export const renderField = (field: Field, frame: FieldFrame): Html => {
  switch (field.kind) {
    case 'text':
      return textInput(field, frame);
    case 'date':
      return dateInputs(field, frame);
    case 'choice':
      return radios(field, frame);
    case 'country':
      return select(field, frame, [...(field.special ? withSpecial(frame) : []), ...listCountries(frame.language)]);
    case 'language':
      return select(field, frame, listSpoken(frame.language));
    case 'confirm':
      return checkbox(field, frame);
  }
};

const faultText = (field: Field, { t, faults }: FieldFrame): string =>
  field.kind === 'confirm' ? t.fields.confirmThis(wording(field, t).label) : `${wording(field, t).label}: ${faults[field.name]}`;

/** All faults at the top of the page, each a link to its field. Empty without faults. */
export const renderFaults = (fields: readonly Field[], frame: FieldFrame): Html | undefined => {
  const faulty = fields.filter((field) => frame.faults[field.name] !== undefined);
  if (faulty.length === 0) return undefined;
  return html`<div class="kern-alert kern-alert--danger" role="alert"><div class="kern-alert__header"><span class="kern-icon kern-icon--danger" aria-hidden="true"></span>
<h2 class="kern-title">${frame.t.fields.summary(faulty.length)}</h2></div><div class="kern-alert__body"><ul class="faults">
${faulty.map((field) => html`<li><a class="kern-link" href="#${targetOf(field, frame.typed)}">${faultText(field, frame)}</a></li>`)}
</ul></div></div>`;
};

const targetOf = (field: Field, typed: Typed): string =>
  inputsOf(field).length > 1 || field.kind === 'choice' ? firstInput(field, typed) : field.name;
