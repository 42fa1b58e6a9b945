import { isBlank } from '../typed/visible-text.ts';
import { checkValue, takeValue } from './check-value.ts';
import { type Form, type FormComponent, fieldsOf, labelOf, nameOf, type Values } from './read-form.ts';
import { type IsTrue, isAsked, seenBy, visibleFields } from './visible.ts';

/** `field` names a row of a list by its place: `schritte[0].datum`. */
export type FieldFault = { field: string; message: string };
export type Checked = { values: Values; faults: FieldFault[] };

type Surroundings = { context: Values; today: string | undefined; isTrue: IsTrue };

/** A fault as a sentence that stands by itself, for a summary; beside the field only its end is needed (`faultBeside`). */
const named = (component: FormComponent, fault: string): string => {
  const label = labelOf(component);
  return `${label}${/[?!.]$/.test(label) ? ' –' : ':'} ${fault}`;
};

export const faultBeside = (component: FormComponent, message: string): string => {
  const label = labelOf(component);
  return message.startsWith(label) ? message.slice(label.length).replace(/^(?: –|:) /, '') : message;
};

/** What nobody can see, blanks and invisible signs, is no answer. */
const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === false ||
  (typeof value === 'string' && isBlank(value)) ||
  (Array.isArray(value) && value.length === 0);

export const MOST_ROWS = 100;

const checkRows = (component: FormComponent, value: unknown, around: Surroundings): Checked & { rows: Values[] } => {
  const name = nameOf(component) ?? '';
  if (!Array.isArray(value) || value.length > MOST_ROWS) {
    return { values: {}, rows: [], faults: [{ field: name, message: `bitte eine Liste mit höchstens ${MOST_ROWS} Einträgen angeben` }] };
  }
  const checked = value.map((row: unknown, index) => {
    if (row === null || typeof row !== 'object' || Array.isArray(row)) {
      return { values: {}, faults: [{ field: `${name}[${index}]`, message: 'bitte die Felder des Eintrags angeben' }] };
    }
    const inside = component.components ?? [];
    const context = seenBy(inside, row as Values, around.context, around.isTrue);
    const inner = checkFields(inside, row as Values, { ...around, context });
    return { values: inner.values, faults: inner.faults.map((fault) => ({ ...fault, field: `${name}[${index}].${fault.field}` })) };
  });
  return { values: {}, rows: checked.map((each) => each.values), faults: checked.flatMap((each) => each.faults) };
};

const checkFields = (components: readonly FormComponent[], given: Values, around: Surroundings): Checked => {
  const values: Values = {};
  const faults: FieldFault[] = [];
  const known = new Set(fieldsOf(components).map(nameOf));
  for (const field of Object.keys(given)) {
    if (!known.has(field)) faults.push({ field, message: 'dieses Feld gibt es im Formular nicht' });
  }
  for (const component of visibleFields(components, around.context, around.isTrue)) {
    const name = nameOf(component) ?? '';
    if (!isAsked(component)) continue;
    const value = takeValue(component, given[name]);
    if (isEmpty(value)) {
      if (component.validate?.required) faults.push({ field: name, message: named(component, 'bitte ausfüllen') });
      else if (value !== undefined) values[name] = typeof value === 'string' ? '' : value;
      continue;
    }
    if (component.type === 'dynamiclist') {
      const { rows, faults: inner } = checkRows(component, value, around);
      values[name] = rows;
      faults.push(...inner);
      continue;
    }
    const fault = checkValue(component, value, around.context, around.today);
    if (fault) faults.push({ field: name, message: named(component, fault) });
    else values[name] = value;
  }
  return { values, faults };
};

/**
 * Checks what was entered against the form, all faults at once. Hidden, disabled and read-only fields are never taken from the client.
 * `data` is what the form is shown with (case facts, variables of the step); conditions see it and the answers that show. `today`: JJJJ-MM-TT; undefined
 * for entries whose days were checked when they were made, because today's bounds are not theirs.
 */
export const checkForm = (form: Form, entry: { given: Values; data: Values; today: string | undefined }, isTrue: IsTrue): Checked =>
  checkFields(form.components, entry.given, {
    context: seenBy(form.components, entry.given, entry.data, isTrue),
    today: entry.today,
    isTrue,
  });
