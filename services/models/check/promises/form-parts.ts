import { isComponent, type Walked, walkComponents } from '../../../forms/index.ts';
import { templatesIn } from '../templates.ts';

/** One component of a form with what it asks, offers and speaks of. */
export type FormPart = {
  /** What the editor marks: the component's id. */
  elementId: string;
  key: string | null;
  /** As people read it; empty where it has none. */
  label: string;
  type: string;
  forEngine: boolean;
  required: boolean;
  /** Shown under a condition only, its own or a group's around it. */
  conditional: boolean;
  /** Taken from what is known, never from the person. */
  shownOnly: boolean;
  codes: string[];
  expressions: { where: string; text: string }[];
  /** Days a bound names. */
  bounds: string[];
  /** Field of a list that grows: it stands in each row, not beside the others. */
  inList: string | null;
};

type Json = Record<string, unknown>;

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const record = (value: unknown): Json => (isComponent(value) ? value : {});

const words = /[a-z][A-Za-z0-9_]*/g;
const calendar = new Set(['heute', 'offen', 'oder']);

const boundsOf = (properties: Json): string[] =>
  [properties.fruehestens, properties.spaetestens]
    .flatMap((bound) => textOf(bound).match(words) ?? [])
    .filter((word) => !calendar.has(word));

const keyOf = (component: Json): string | null => textOf(component.key) || textOf(component.path) || null;
const hideOf = (component: Json): string => textOf(record(component.conditional).hide);

const toPart = ({ component, around }: Walked<Json>): FormPart => {
  const properties = record(component.properties);
  const hide = hideOf(component);
  const list = around.findLast(({ type }) => textOf(type) === 'dynamiclist');
  const values = Array.isArray(component.values) ? component.values.filter(isComponent) : [];
  const spoken = [component.text, component.label, component.description].map(textOf).flatMap(templatesIn);
  const key = keyOf(component);
  return {
    elementId: textOf(component.id) || key || textOf(component.type),
    key,
    label: textOf(component.label) || textOf(component.dateLabel),
    type: textOf(component.type),
    forEngine: properties.engine === 'true',
    required: record(component.validate).required === true,
    conditional: [component, ...around].some((each) => hideOf(each) !== ''),
    shownOnly: component.disabled === true || component.readonly === true,
    codes: values.map(({ value }) => String(value)),
    expressions: [
      ...(hide ? [{ where: 'Die Bedingung', text: hide }] : []),
      ...spoken.map((text) => ({ where: 'Ein Platzhalter im Text', text })),
      ...(textOf(component.valuesKey) ? [{ where: 'Die Auswahl', text: textOf(component.valuesKey) }] : []),
    ],
    bounds: boundsOf(properties),
    inList: list ? keyOf(list) : null,
  };
};

/** All components of a form in their order, groups and lists unfolded. */
export const readFormParts = (form: unknown): FormPart[] => walkComponents<Json>(record(form).components).map(toPart);
