import type { Language } from '../../i18n/language.tsx';

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

type FieldConfig = { name?: string; label?: string };
type Field = ((props: unknown) => unknown) & { config: FieldConfig };
export type FormFields = { _formFields: Record<string, Field> };

/** Leaves these kinds in the palette, and names them. Default kinds the editor itself needs (`default`: the form) stay. */
export const allowKinds = (formFields: FormFields, language: Language): void => {
  const all = formFields._formFields;
  const kept: Record<string, Field> = {};
  for (const [kind, name] of Object.entries(german)) {
    const field = all[kind];
    if (!field) continue;
    const named: Field = Object.assign((props: unknown) => field(props), { config: field.config });
    named.config = language === 'de' ? { ...field.config, name } : field.config;
    kept[kind] = named;
  }
  if (all.default) kept.default = all.default;
  formFields._formFields = kept;
};
