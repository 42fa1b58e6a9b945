/** A form as form-js stores it; only the parts that Lotse uses. Other component types are refused by the models' check. */
export type FormComponent = {
  type: string;
  key?: string;
  path?: string;
  label?: string;
  subtype?: 'date' | 'time' | 'datetime';
  disabled?: boolean;
  readonly?: boolean;
  disallowPassedDates?: boolean;
  decimalDigits?: number;
  values?: { label: string; value: string }[];
  valuesKey?: string;
  conditional?: { hide?: string };
  properties?: Record<string, string>;
  validate?: {
    required?: boolean;
    min?: number;
    max?: number;
    minLength?: number;
    maxLength?: number;
    pattern?: string;
    validationType?: 'email' | 'phone' | 'custom';
  };
  components?: FormComponent[];
};

export type Form = { id?: string; components: FormComponent[] };

/** Components that hold a value, groups unfolded; a dynamic list is one field whose rows have fields of their own. */
export const fieldsOf = (components: readonly FormComponent[]): FormComponent[] =>
  components.flatMap((component) =>
    component.type === 'group' ? fieldsOf(component.components ?? []) : nameOf(component) !== undefined ? [component] : [],
  );

export const nameOf = (component: FormComponent): string | undefined => component.key ?? component.path;

/** Only what the form marks for the engine may become a process variable; everything else stays with the case. */
export const engineFields = (form: Form): string[] =>
  fieldsOf(form.components)
    .filter((component) => component.properties?.engine === 'true')
    .flatMap((component) => nameOf(component) ?? []);
