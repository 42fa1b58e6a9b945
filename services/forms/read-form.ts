import { walkComponents } from './walk-components.ts';

/** A form as form-js stores it; only the parts that Lotse uses. Other component types are refused by the models' check. */
export type FormComponent = {
  type: string;
  id?: string;
  key?: string;
  path?: string;
  label?: string;
  dateLabel?: string;
  timeLabel?: string;
  description?: string;
  /** Of a text: a small subset of Markdown, with `{{name}}` for what is known. */
  text?: string;
  subtype?: 'date' | 'time' | 'datetime';
  disabled?: boolean;
  readonly?: boolean;
  decimalDigits?: number;
  /** Of a number: what it counts, `€` or `Stunden`. */
  appearance?: { suffixAdorner?: string };
  defaultValue?: unknown;
  defaultRepetitions?: number;
  accept?: string;
  showOutline?: boolean;
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

/** What is known or entered, by field name. */
export type Values = Record<string, unknown>;

export const nameOf = (component: FormComponent): string | undefined => component.key ?? component.path;

/** What a person reads beside the field; dates carry theirs under another name. */
export const labelOf = (component: FormComponent): string =>
  component.label ?? component.dateLabel ?? component.timeLabel ?? nameOf(component) ?? '';

/** Places after the comma; two unless the form says otherwise, as in an amount of money. */
export const digitsOf = ({ decimalDigits }: FormComponent): number => decimalDigits ?? 2;
export const unitOf = ({ appearance }: FormComponent): string => appearance?.suffixAdorner ?? '';

/** Components that hold a value, groups unfolded; a dynamic list is one field whose rows have fields of their own. */
export const fieldsOf = (components: readonly FormComponent[]): FormComponent[] =>
  components.flatMap((component) =>
    component.type === 'group' ? fieldsOf(component.components ?? []) : nameOf(component) !== undefined ? [component] : [],
  );

/** Only what the form marks for the engine may become a process variable; everything else stays with the case. */
export const engineFields = (form: Form): string[] =>
  fieldsOf(form.components)
    .filter((component) => component.properties?.engine === 'true')
    .flatMap((component) => nameOf(component) ?? []);

const allOf = (components: readonly FormComponent[]): FormComponent[] =>
  walkComponents<FormComponent>(components).map(({ component }) => component);

export const hasConditions = (form: Form): boolean => allOf(form.components).some((component) => component.conditional?.hide !== undefined);

const words = /[\p{L}_][\p{L}\p{N}_]*/gu;
const blanks = /\{\{(.*?)\}\}/gu;

/** Names that conditions, bounds of dates, texts and options speak of: what is known by them must be at hand where the form is shown. */
export const namesSpokenOf = (form: Form): Set<string> =>
  new Set(
    allOf(form.components).flatMap(({ conditional, text, valuesKey, properties }) => [
      ...(conditional?.hide?.match(words) ?? []),
      ...[...(text ?? '').matchAll(blanks)].flatMap(([, inside]) => inside?.match(words) ?? []),
      ...(valuesKey ? [valuesKey] : []),
      ...[properties?.fruehestens, properties?.spaetestens].flatMap((bound) => bound?.match(words) ?? []),
    ]),
  );
