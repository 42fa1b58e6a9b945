import type { Texts } from '../language.ts';

export type FieldName = keyof Texts['application']['fields'];
export type OptionSet = keyof Texts['application']['options'];

/** One question of a form. Labels and hints stand in the dictionaries under the field's name. */
export type Field = {
  name: FieldName;
  required?: boolean;
  /** Needed or not by what else was answered: neither "freiwillig" nor always asked for. */
  depends?: boolean;
} & (
  | { kind: 'text'; type?: 'text' | 'email' | 'tel'; max: number; autocomplete?: string; width?: 'short'; digits?: number }
  | { kind: 'date'; past?: boolean; partial?: boolean; autocomplete?: string }
  | { kind: 'choice'; options: OptionSet }
  /** `special`: stateless and unclear are answers, too. */
  | { kind: 'country'; special?: boolean }
  | { kind: 'language' }
  | { kind: 'confirm' }
);

/** What was typed, by the name of each input. A date has three. */
export type Typed = Record<string, string>;
export type Faults = Partial<Record<FieldName, string>>;

export const dateParts = ['tag', 'monat', 'jahr'] as const;

/** The inputs of a field. */
export const inputsOf = (field: Field): string[] =>
  field.kind === 'date' ? dateParts.map((part) => `${field.name}-${part}`) : [field.name];

/** The input that a fault's link leads to. */
export const firstInput = (field: Field, typed: Typed): string => {
  if (field.kind === 'choice') return `${field.name}-0`;
  const inputs = inputsOf(field);
  return inputs.find((input) => !typed[input]) ?? inputs[0] ?? field.name;
};
