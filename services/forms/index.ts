/** The form engine. Pure: it runs in the services and, file by file, in the browser (docs/adr/0002-one-form-validator.md). */
import { type Checked, checkForm } from './check-form.ts';
import { checkValue } from './check-value.ts';
import { isTrue } from './is-true.ts';
import type { Form, FormComponent, Values } from './read-form.ts';

export { knownDays, namesInBound, readBound } from './day-bounds.ts';
export { engineFields, type Form, type FormComponent, fieldsOf, labelOf, nameOf, namesSpokenOf } from './read-form.ts';
export { isComponent, type Walked, walkComponents } from './walk-components.ts';

export const validateForm = (form: Form, given: Values, data: Values, today: string | undefined): Checked =>
  checkForm(form, { given, data, today }, isTrue);

/** What is wrong with one value for a field, told apart from its form; nothing is wrong with none. A field whose choices come from the case takes any code. */
export const valueFault = (field: FormComponent, value: unknown, today: string): string | undefined => {
  if (value === '' || value === false) return undefined;
  const open = field.valuesKey !== undefined && field.values === undefined;
  const codes = [value].flat().filter((each): each is string => typeof each === 'string' && /^[\w-]{1,60}$/.test(each));
  return checkValue(field, value, open ? { [field.valuesKey ?? '']: codes } : {}, today);
};
