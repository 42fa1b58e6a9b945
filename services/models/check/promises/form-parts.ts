/** One component of a form with what it asks, offers and speaks of. */
export type FormPart = {
  /** What the editor marks: the component's id. */
  elementId: string;
  key: string | null;
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

const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const record = (value: unknown): Json => (isRecord(value) ? value : {});

/** `{{name}}` and `{{#if bedingung}}`; a number of the law (`{{wert:…}}`) is checked where forms are. */
const templatesIn = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*(?:#\w+\s+)?([^{}]*?)\s*\}\}/g)]
    .map(([, inside]) => inside ?? '')
    .filter((inside) => inside !== '' && inside !== 'else' && !inside.startsWith('/') && !inside.startsWith('wert:'));

const words = /[a-z][A-Za-z0-9_]*/g;
const calendar = new Set(['heute', 'offen', 'oder']);

const boundsOf = (properties: Json): string[] =>
  [properties.fruehestens, properties.spaetestens]
    .flatMap((bound) => textOf(bound).match(words) ?? [])
    .filter((word) => !calendar.has(word));

type Around = { conditional: boolean; inList: string | null };

const toPart = (component: Json, { conditional, inList }: Around): FormPart => {
  const properties = record(component.properties);
  const hide = textOf(record(component.conditional).hide);
  const values = Array.isArray(component.values) ? component.values.filter(isRecord) : [];
  const spoken = [component.text, component.label, component.description].map(textOf).flatMap(templatesIn);
  const key = textOf(component.key) || textOf(component.path) || null;
  return {
    elementId: textOf(component.id) || key || textOf(component.type),
    key,
    type: textOf(component.type),
    forEngine: properties.engine === 'true',
    required: record(component.validate).required === true,
    conditional,
    shownOnly: component.disabled === true || component.readonly === true,
    codes: values.map(({ value }) => String(value)),
    expressions: [
      ...(hide ? [{ where: 'Die Bedingung', text: hide }] : []),
      ...spoken.map((text) => ({ where: 'Ein Platzhalter im Text', text })),
      ...(textOf(component.valuesKey) ? [{ where: 'Die Auswahl', text: textOf(component.valuesKey) }] : []),
    ],
    bounds: boundsOf(properties),
    inList,
  };
};

const walk = (components: unknown, around: Around): FormPart[] =>
  (Array.isArray(components) ? components.filter(isRecord) : []).flatMap((component) => {
    const conditional = around.conditional || textOf(record(component.conditional).hide) !== '';
    const part = toPart(component, { ...around, conditional });
    const inList = part.type === 'dynamiclist' ? part.key : around.inList;
    return [part, ...walk(component.components, { conditional, inList })];
  });

/** All components of a form in their order, groups and lists unfolded. */
export const readFormParts = (form: unknown): FormPart[] => walk(record(form).components, { conditional: false, inList: null });
