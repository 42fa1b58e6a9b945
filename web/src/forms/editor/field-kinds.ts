import type { Language } from '../../i18n/language.tsx';
import { harmlessText } from './harmless-text.ts';

/** The kinds of fields the office's forms may have, in the order of the palette; the renderer and the server know no others. */
const german: Record<string, string> = {
  textfield: 'Textfeld',
  textarea: 'Mehrzeiliger Text',
  number: 'Zahl',
  datetime: 'Datum oder Uhrzeit',
  filepicker: 'Datei',
  checkbox: 'Ankreuzfeld',
  checklist: 'Mehrfach\u00adauswahl',
  radio: 'Auswahl (Knöpfe)',
  select: 'Auswahl (Liste)',
  text: 'Text',
  group: 'Gruppe',
  dynamiclist: 'Liste mit Einträgen',
};

type Options = Record<string, unknown>;
type FieldConfig = { name?: string; label?: string; create?: (options?: Options, isNew?: boolean) => Options };
type Field = ((props: unknown) => unknown) & { config: FieldConfig };
export type FormFields = { _formFields: Record<string, Field> };

/**
 * The library names what has no name in English, and that would be saved with the form: a new field is named in German, and what somebody has
 * left without a name stays so.
 */
const naming =
  ({ create, label }: FieldConfig, name: string): NonNullable<FieldConfig['create']> =>
  (options = {}, isNew = false) => {
    const made = create?.(label ? { label, ...options } : options, isNew) ?? options;
    if (!isNew) return 'label' in made && !('label' in options) ? { ...made, label: undefined } : made;
    const own: Options = {};
    if ('label' in made && !('label' in options)) own.label = name;
    if ('dateLabel' in made && !('dateLabel' in options)) own.dateLabel = 'Tag';
    if ('values' in made && !('values' in options)) own.values = [{ label: 'Wert', value: 'wert' }];
    return { ...made, ...own };
  };

type Props = { field?: { text?: unknown } };

/** Shows a field of this kind; what it says is no markup. */
const shownPlainly =
  (field: Field) =>
  (props: unknown): unknown => {
    const shown = (props as Props).field;
    return field(typeof shown?.text === 'string' ? { ...(props as Props), field: { ...shown, text: harmlessText(shown.text) } } : props);
  };

/** Leaves these kinds in the palette, and names them. Default kinds the editor itself needs (`default`: the form) stay. */
export const allowKinds = (formFields: FormFields, language: Language): void => {
  const all = formFields._formFields;
  const kept: Record<string, Field> = {};
  for (const [kind, name] of Object.entries(german)) {
    const field = all[kind];
    if (!field) continue;
    const named: Field = Object.assign(shownPlainly(field), { config: field.config });
    if (language === 'de')
      named.config = { ...field.config, name, label: undefined, create: naming(field.config, name.replace('\u00ad', '')) };
    kept[kind] = named;
  }
  if (all.default) kept.default = all.default;
  formFields._formFields = kept;
};
