import { evaluate } from 'feelin';
import type { FieldFault } from '../../platform/errors.ts';
import { checkValue } from './check-value.ts';
import { type Form, type FormComponent, fieldsOf, nameOf } from './read-form.ts';

type Values = Record<string, unknown>;
export type Checked = { values: Values; faults: FieldFault[] };

const isHidden = (component: FormComponent, context: Values): boolean => {
  const condition = component.conditional?.hide;
  return condition ? evaluate(condition.replace(/^=/, ''), context).value === true : false;
};

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0) || value === false;

const MAX_ROWS = 100;

const checkRows = (component: FormComponent, value: unknown, context: Values, today: string): Checked & { rows: Values[] } => {
  const name = nameOf(component) ?? '';
  if (!Array.isArray(value) || value.length > MAX_ROWS) {
    return { values: {}, rows: [], faults: [{ field: name, message: `bitte eine Liste mit höchstens ${MAX_ROWS} Einträgen angeben` }] };
  }
  const checked = value.map((row: unknown, index) => {
    if (row === null || typeof row !== 'object' || Array.isArray(row)) {
      return { values: {}, faults: [{ field: `${name}[${index}]`, message: 'bitte die Felder des Eintrags angeben' }] };
    }
    const inner = checkFields(component.components ?? [], row as Values, { ...context, ...row }, today);
    return { values: inner.values, faults: inner.faults.map((fault) => ({ ...fault, field: `${name}[${index}].${fault.field}` })) };
  });
  return { values: {}, rows: checked.map((each) => each.values), faults: checked.flatMap((each) => each.faults) };
};

/** Groups hide all they hold, so they are walked, not unfolded. */
const visibleFields = (components: readonly FormComponent[], context: Values): FormComponent[] =>
  components.flatMap((component) => {
    if (isHidden(component, context)) return [];
    if (component.type === 'group') return visibleFields(component.components ?? [], context);
    return nameOf(component) === undefined ? [] : [component];
  });

const checkFields = (components: readonly FormComponent[], given: Values, context: Values, today: string): Checked => {
  const values: Values = {};
  const faults: FieldFault[] = [];
  const known = new Set(fieldsOf(components).map(nameOf));
  for (const field of Object.keys(given)) {
    if (!known.has(field)) faults.push({ field, message: 'dieses Feld gibt es im Formular nicht' });
  }
  for (const component of visibleFields(components, context)) {
    const name = nameOf(component) ?? '';
    if (component.disabled || component.readonly) continue;
    const value = given[name];
    if (isEmpty(value)) {
      if (component.validate?.required) faults.push({ field: name, message: `${component.label ?? name}: bitte ausfüllen` });
      else if (value !== undefined) values[name] = value;
      continue;
    }
    if (component.type === 'dynamiclist') {
      const { rows, faults: inner } = checkRows(component, value, context, today);
      values[name] = rows;
      faults.push(...inner);
      continue;
    }
    const fault = checkValue(component, value, context, today);
    if (fault) faults.push({ field: name, message: `${component.label ?? name}: ${fault}` });
    else values[name] = value;
  }
  return { values, faults };
};

/**
 * Checks what was entered against the form, all faults at once. Hidden, disabled and read-only fields are never taken from the client.
 * `data` is what the form is shown with (case facts, variables of the step); conditions see it and the entries. `today`: JJJJ-MM-TT.
 */
export const validateForm = (form: Form, given: Values, data: Values, today: string): Checked =>
  checkFields(form.components, given, { ...data, ...given }, today);
