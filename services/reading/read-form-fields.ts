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

type Component = {
  type: string;
  key?: string;
  path?: string;
  label?: string;
  dateLabel?: string;
  timeLabel?: string;
  description?: string;
  values?: { value: unknown; label?: string }[];
  validate?: { required?: boolean };
  conditional?: { hide?: string };
  components?: Component[];
};

const toField = (component: Component, key: string): FormField => ({
  key,
  label: (component.label ?? component.dateLabel ?? component.timeLabel ?? key).trim(),
  kind: component.type,
  required: component.validate?.required === true,
  options: (component.values ?? []).map(({ value, label }) => ({ value: String(value), label: label ?? String(value) })),
  description: component.description ?? '',
  conditional: component.conditional?.hide !== undefined,
  fields: component.type === 'dynamiclist' ? fieldsIn(component.components ?? []) : [],
});

const fieldsIn = (components: readonly Component[]): FormField[] =>
  components.flatMap((component) => {
    if (component.type === 'group') return fieldsIn(component.components ?? []);
    const key = component.key ?? component.path;
    return key === undefined ? [] : [toField(component, key)];
  });

/** What a form asks for, in its own words and order; groups are unfolded, headings left out. */
export const readFormFields = (text: string): FormField[] => fieldsIn((JSON.parse(text) as { components?: Component[] }).components ?? []);
