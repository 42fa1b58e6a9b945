import type { FormComponent, Values } from '../../../services/forms/read-form.ts';

export type CaseDocument = { documentId: string; fileName: string; type: string };

/** What fields far down need to know of the form they stand in. */
export type FormSurroundings = {
  /** The office's day, JJJJ-MM-TT. */
  today: string;
  /** All that conditions, texts and options may speak of: what is known, and what is entered. */
  context: Values;
  faults: ReadonlyMap<string, string>;
  documents: readonly CaseDocument[];
  /** Stores a file with the case; gives its documentId. */
  upload: (file: File, component: FormComponent) => Promise<string>;
  hides: (component: FormComponent, context: Values) => boolean;
  /** What the conditions of a list's entry see. */
  inRow: (components: readonly FormComponent[], row: Values) => Values;
  /** Texts with one of these in their property `oben` are left out: the page shows them above the form. */
  above: readonly string[];
  /** What follows from a choice, by `field.value`. */
  notes: Readonly<Record<string, string>>;
};

export type FieldProps = {
  component: FormComponent;
  /** Name of the field with its place in lists: `schritte[0].datum`. */
  path: string;
  value: unknown;
  onChange: (value: unknown) => void;
  around: FormSurroundings;
};

export type ComponentsProps = {
  components: readonly FormComponent[];
  /** Stands before the fields' names in paths: that of the list's entry. */
  prefix: string;
  values: Values;
  onChange: (name: string, value: unknown) => void;
  around: FormSurroundings;
};

/** Ids in the page; dots and brackets of a path would be syntax in a selector. */
export const idOf = (path: string): string => `feld-${path.replace(/[[\].]+/g, '-').replace(/-$/, '')}`;

export const asText = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

/** Options stand in the form, or come with the data of the step. */
export const optionsOf = (component: FormComponent, context: Values): { label: string; value: string }[] => {
  const given = component.values ?? (component.valuesKey ? context[component.valuesKey] : undefined);
  if (!Array.isArray(given)) return [];
  return given.map((each: unknown) =>
    each !== null && typeof each === 'object' && 'value' in each
      ? { value: String(each.value), label: 'label' in each ? String(each.label) : String(each.value) }
      : { value: String(each), label: String(each) },
  );
};
