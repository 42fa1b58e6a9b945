import { shorten, single } from './quote.ts';
import { type Facets, freeKey, put } from './read-facets.ts';

/** A field, a text or a frame of a form; the empty id is the form itself. */
export type FormPart = { id: string; key: string; title: string; place: string; isText: boolean; facets: Facets };

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const show = (value: unknown): string => (typeof value === 'string' ? value.replaceAll('\r\n', '\n') : JSON.stringify(value));

/** Everything below a value under dotted names. */
const flatten = (facets: Facets, value: unknown, path: string): void => {
  if (isObject(value) && Object.keys(value).length > 0)
    for (const [key, inner] of Object.entries(value)) flatten(facets, inner, `${path}.${key}`);
  else if (Array.isArray(value) && value.length > 0)
    for (const [index, inner] of value.entries()) flatten(facets, inner, `${path}.${index}`);
  else put(facets, path, show(value));
};

const addOptions = (facets: Facets, values: unknown[]): void => {
  const order: string[] = [];
  for (const [index, option] of values.entries()) {
    if (!isObject(option)) {
      flatten(facets, option, `values.${index}`);
      continue;
    }
    const { value, label, ...rest } = option;
    const name = show(value);
    order.push(name);
    put(facets, `option[${name}]`, text(label) || name);
    flatten(facets, rest, `values[${name}]`);
    if (Object.keys(rest).length === 0) facets.delete(`values[${name}]`);
  }
  facets.set('optionOrder', order.join('\n'));
};

/** What counts as not said. */
const unsaid: Record<string, string> = { 'validate.required': 'false', disabled: 'false', readonly: 'false' };

const readPart = (component: Json, parent: string, isForm: boolean): FormPart => {
  const facets: Facets = new Map();
  const { components: _inner, id, values, ...own } = component;
  for (const [key, value] of Object.entries(own)) flatten(facets, value, key);
  if (Array.isArray(values)) addOptions(facets, values);
  else if (values !== undefined) flatten(facets, values, 'values');
  for (const [key, value] of Object.entries(unsaid)) if (facets.get(key) === value) facets.delete(key);
  if (isForm && id !== undefined) facets.set('id', show(id));
  if (!isForm) facets.set('parent', parent);
  const type = text(own.type);
  const key = text(own.key) || text(own.path);
  const heading = text(own.text)
    .replace(/[*#_`]/g, '')
    .replace(/\s+/g, ' ');
  const title = (text(own.label) || text(own.dateLabel) || text(own.timeLabel) || shorten(heading, 50) || key || text(id)).trim();
  const noun = type === 'text' ? 'Text' : type === 'group' ? 'Abschnitt' : type === 'dynamiclist' ? 'Liste' : 'Feld';
  return {
    id: isForm ? '' : text(id) || key,
    key: isForm ? '' : key || text(id),
    title,
    place: isForm ? 'Formular' : `${noun} ${single(title)}`,
    isText: type === 'text' || type === 'group',
    facets,
  };
};

/** All parts of a form in their order, frames before what stands in them. */
export const readFormParts = (json: string): Map<string, FormPart> => {
  const parts = new Map<string, FormPart>();
  const visit = (component: Json, parent: string, isForm: boolean): void => {
    const part = readPart(component, parent, isForm);
    parts.set(freeKey(parts, part.id), part);
    if (Array.isArray(component.components)) {
      for (const [index, inner] of component.components.entries())
        if (isObject(inner)) visit(inner, part.id, false);
        else flatten(part.facets, inner, `components.${index}`);
    } else if (component.components !== undefined) flatten(part.facets, component.components, 'components');
  };
  const form: unknown = JSON.parse(json);
  if (!isObject(form)) return new Map([['', { ...readPart({}, '', true), facets: new Map([['form', show(form)]]) }]]);
  visit(form, '', true);
  return parts;
};
