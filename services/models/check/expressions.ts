import type { Kind } from '../../engine/releases/index.ts';
import { isComponent, walkComponents } from '../../forms/index.ts';
import { isDmn, readXml, walk, type XmlElement } from '../../reading/index.ts';
import { templatesIn } from './templates.ts';

/** A FEEL expression and where a person finds it. `where` begins a sentence; `unary` is a cell, which is a test of its column's value. */
export type Expression = {
  text: string;
  elementId: string;
  where: string;
  unary: boolean;
  /** Only for cells: what the column is called, reads and holds. */
  column?: { label: string; reads: string; type: string };
  /** Only in tables. */
  decision?: string;
};

const isFeel = (text: string): boolean => text.trimStart().startsWith('=');
const bare = (text: string): string => text.trim().replace(/^=\s*/, '');

const around = (element: XmlElement, fits: (each: XmlElement) => boolean): XmlElement | undefined => {
  for (let each: XmlElement | null = element; each; each = each.parent) if (fits(each)) return each;
  return undefined;
};

const places: Record<string, string> = {
  conditionExpression: 'Die Bedingung',
  completionCondition: 'Die Bedingung, unter der die Wiederholung endet',
  timeDate: 'Die Uhr',
  timeDuration: 'Die Uhr',
  timeCycle: 'Die Uhr',
  loopCharacteristics: 'Die Liste der Wiederholung',
  subscription: 'Der Schlüssel der Nachricht',
  script: 'Das Skript',
  assignmentDefinition: 'Die Zuteilung',
  taskSchedule: 'Der Termin der Aufgabe',
  calledElement: 'Der gerufene Prozess',
  calledDecision: 'Die gefragte Entscheidung',
  taskDefinition: 'Der Auftrag',
};

const placeIn = ({ name, attributes }: XmlElement): string =>
  (name === 'input' || name === 'output') && attributes.target !== undefined
    ? `Die Zuordnung zu „${attributes.target}“`
    : (places[name] ?? 'Ein Ausdruck');

/** Parts of an element may have ids of their own, which nobody can point to in a drawing. */
const inner = /^(?:conditionExpression|completionCondition|time(?:Date|Duration|Cycle)|.*EventDefinition|.*LoopCharacteristics)$/;

/** The step a person sees: a message's key stands at whoever waits for it. */
const ownerIn = (root: XmlElement, element: XmlElement): string => {
  const owner = around(element, ({ name, attributes }) => attributes.id !== undefined && !inner.test(name));
  const id = owner?.attributes.id ?? '';
  if (owner?.name !== 'message') return id;
  const waits = [...walk(root)].find(({ attributes }) => attributes.messageRef === id);
  return (waits && around(waits, (each) => each.attributes.id !== undefined && !inner.test(each.name))?.attributes.id) ?? id;
};

const inProcess = (xml: string): Expression[] => {
  const root = readXml(xml);
  return [...walk(root)].flatMap((element) =>
    [element.text, ...Object.values(element.attributes)].filter(isFeel).map((text) => ({
      text: bare(text),
      elementId: ownerIn(root, element),
      where: placeIn(element),
      unary: false,
    })),
  );
};

const childrenOf = (element: XmlElement | null | undefined, name: string): XmlElement[] =>
  (element?.children ?? []).filter((child) => child.name === name);

type Place = Pick<Expression, 'where' | 'unary' | 'column'>;

const cellIn = (entry: XmlElement): Place => {
  const rule = entry.parent;
  const table = rule?.parent;
  const unary = entry.name === 'inputEntry';
  const column = childrenOf(table, unary ? 'input' : 'output')[childrenOf(rule, entry.name).indexOf(entry)];
  const read = childrenOf(column, 'inputExpression')[0];
  const reads = childrenOf(read, 'text')[0]?.text.trim() ?? '';
  const { label, name } = column?.attributes ?? {};
  const title = label || reads || name || '?';
  const row = childrenOf(table, 'rule').indexOf(rule as XmlElement) + 1;
  return {
    where: `Zeile ${row}, Spalte „${title}“`,
    unary,
    column: { label: title, reads, type: read?.attributes.typeRef ?? column?.attributes.typeRef ?? '' },
  };
};

const placeInDecision = (element: XmlElement): Place | undefined => {
  const holder = element.parent;
  if (!holder) return undefined;
  if (holder.name === 'inputEntry' || holder.name === 'outputEntry') return cellIn(holder);
  if (holder.name === 'inputExpression') {
    const { label } = holder.parent?.attributes ?? {};
    return { where: `Die Spalte „${label || element.text.trim()}“`, unary: false };
  }
  if (holder.name === 'literalExpression') return { where: 'Der Ausdruck der Entscheidung', unary: false };
  if (holder.name === 'inputValues' || holder.name === 'outputValues') return { where: 'Die Liste erlaubter Werte', unary: true };
  return undefined;
};

const inDecision = (xml: string): Expression[] =>
  [...walk(readXml(xml))].flatMap((element) => {
    if (element.name !== 'text' || !isDmn(element.namespace)) return [];
    const text = element.text.trim();
    const place = placeInDecision(element);
    if (!place || text === '' || (place.unary && text === '-')) return [];
    const decision = around(element, ({ name }) => name === 'decision')?.attributes.id ?? '';
    const row = around(element, ({ name }) => name === 'rule')?.attributes.id;
    return [{ text, elementId: row || decision, decision, ...place }];
  });

type Json = Record<string, unknown>;

const inComponent = (component: Json): Expression[] => {
  const { components: _inner, conditional, ...own } = component;
  const elementId = String(component.id ?? component.key ?? component.type ?? '');
  const add = (text: string, where: string): Expression => ({ text: bare(text), elementId, where, unary: false });
  const said = (value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    if (Array.isArray(value)) return value.flatMap(said);
    return isComponent(value) ? Object.values(value).flatMap(said) : [];
  };
  const texts = said(own);
  const hide = isComponent(conditional) ? said(conditional) : [];
  return [
    ...hide.filter((text) => text.trim() !== '').map((text) => add(text, 'Die Bedingung')),
    ...texts.filter(isFeel).map((text) => add(text, 'Ein Ausdruck')),
    ...texts.flatMap(templatesIn).map((text) => add(text, 'Ein Platzhalter im Text')),
  ];
};

const inForm = (json: string): Expression[] => {
  const form: unknown = JSON.parse(json);
  return isComponent(form) ? [form, ...walkComponents<Json>(form.components).map(({ component }) => component)].flatMap(inComponent) : [];
};

/** Every FEEL expression of a file that its strict reader has accepted, without the leading `=`. An empty cell and `-` are none. */
export const listExpressions = (kind: Kind, content: string): Expression[] => {
  if (kind === 'bpmn') return inProcess(content);
  return kind === 'dmn' ? inDecision(content) : inForm(content);
};
