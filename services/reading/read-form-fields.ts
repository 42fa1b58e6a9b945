import { type Form, type FormComponent, fieldsOf, labelOf, nameOf } from '../forms/index.ts';

export type FormField = {
  key: string;
  label: string;
  /** form-js' own word: textfield, datetime, radio, checklist … */
  kind: string;
  required: boolean;
  options: { value: string; label: string }[];
  description: string;
  /** Shown under a condition only. */
  conditional: boolean;
  /** Fields of one row, for a list that grows. */
  fields: FormField[];
};

const toField = (component: FormComponent): FormField => ({
  key: nameOf(component) ?? '',
  label: labelOf(component).trim(),
  kind: component.type,
  required: component.validate?.required === true,
  options: (component.values ?? []).map(({ value, label }) => ({ value: String(value), label: label ?? String(value) })),
  description: component.description ?? '',
  conditional: component.conditional?.hide !== undefined,
  fields: component.type === 'dynamiclist' ? fieldsIn(component.components ?? []) : [],
});

const fieldsIn = (components: readonly FormComponent[]): FormField[] => fieldsOf(components).map(toField);

/** What a form asks for, in its own words and order; groups are unfolded, headings left out. */
export const readFormFields = (text: string): FormField[] => fieldsIn((JSON.parse(text) as Partial<Form>).components ?? []);
