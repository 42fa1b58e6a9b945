import { walk, type XmlElement } from '../../reading/index.ts';
import { lookUp } from '../look-up.ts';
import { attributesOf, type Facets, flatten, freeKey, nameOf, put, textOf } from './read-facets.ts';

export type Side = 'input' | 'output' | 'annotation';
/** A column by its id; the label is what people call it. */
export type Column = { id: string; side: Side; index: number; label: string; facets: Facets };
/** Cells by column id. */
export type Row = { id: string; cells: Map<string, string>; facets: Facets };
export type Table = { columns: Map<string, Column>; rows: Map<string, Row>; facets: Facets };

/** A decision, or another thing of a requirements diagram. */
export type DmnThing = { id: string; type: string; name: string; facets: Facets; table: Table | null; freigabe: string };

const childText = (element: XmlElement, name: string): string => {
  const child = element.children.find((each) => each.name === name);
  return child ? textOf(child) : '';
};

const sideOf: Record<string, Side> = { input: 'input', output: 'output', annotation: 'annotation' };
const sideOfEntry: Record<string, Side> = { inputEntry: 'input', outputEntry: 'output', annotationEntry: 'annotation' };

const readColumns = (table: XmlElement): Map<string, Column> => {
  const columns = new Map<string, Column>();
  const count = { input: 0, output: 0, annotation: 0 };
  for (const element of table.children) {
    const side = lookUp(sideOf, element.name);
    if (!side) continue;
    const index = count[side];
    count[side] += 1;
    const id = element.attributes.id ?? `${side} ${element.attributes.name ?? index}`;
    const expression = childText(element.children.find((each) => each.name === 'inputExpression') ?? element, 'text');
    const label = element.attributes.label || element.attributes.name || expression || id;
    const facets: Facets = new Map();
    flatten(facets, element, '', () => false);
    facets.delete('@id');
    columns.set(freeKey(columns, id), { id, side, index, label, facets });
  }
  return columns;
};

const readRow = (element: XmlElement, columns: readonly Column[], keys: readonly string[], fallbackId: string): Row => {
  const facets: Facets = new Map();
  flatten(facets, element, '', (child) => lookUp(sideOfEntry, child.name) !== undefined);
  facets.delete('@id');
  const cells = new Map<string, string>();
  const count = { input: 0, output: 0, annotation: 0 };
  for (const entry of element.children) {
    const side = lookUp(sideOfEntry, entry.name);
    if (!side) continue;
    const at = columns.findIndex((column) => column.side === side && column.index === count[side]);
    count[side] += 1;
    // Annotations may stand without a column of their own.
    const key = keys[at] ?? `${side} ${count[side]}`;
    cells.set(key, childText(entry, 'text'));
    const inner: Facets = new Map();
    flatten(inner, entry, 'cell', (child) => child.name === 'text');
    const texts = entry.children.filter((each) => each.name === 'text');
    for (const text of texts.slice(1)) put(inner, 'cell/text', textOf(text));
    for (const text of texts) for (const [name, value] of attributesOf(text)) put(inner, `cell/text@${name}`, value);
    inner.delete('cell');
    for (const [name, value] of inner) put(facets, `${key}/${name}`, value);
  }
  return { id: element.attributes.id ?? fallbackId, cells, facets };
};

const readTable = (table: XmlElement): Table => {
  const columns = readColumns(table);
  const facets: Facets = new Map();
  flatten(facets, table, '', (child) => lookUp(sideOf, child.name) !== undefined || child.name === 'rule');
  if (!facets.has('@hitPolicy')) facets.set('@hitPolicy', 'UNIQUE');
  const rows = new Map<string, Row>();
  for (const [index, rule] of table.children.filter((each) => each.name === 'rule').entries()) {
    const row = readRow(rule, [...columns.values()], [...columns.keys()], `Zeile ${index + 1}`);
    rows.set(freeKey(rows, row.id), row);
  }
  return { columns, rows, facets };
};

const isDrawing = (element: XmlElement): boolean => /DMNDI/i.test(element.namespace) || element.name === 'DMNDI';

export type DmnIndex = { things: Map<string, DmnThing>; drawings: XmlElement[] };

/** All things of a DMN file by their ids; the file itself has the empty one. */
export const indexDmn = (root: XmlElement): DmnIndex => {
  const things = new Map<string, DmnThing>();
  const isThing = (element: XmlElement): boolean => element.parent === root && element.attributes.id !== undefined && !isDrawing(element);
  for (const element of [root, ...root.children.filter(isThing)]) {
    const facets: Facets = new Map();
    const own = element.children.filter((child) => child.name === 'decisionTable');
    const table = element === root ? undefined : own[0];
    flatten(facets, element, '', (child) => isDrawing(child) || child === table || (element === root && isThing(child)));
    const id = element === root ? '' : (element.attributes.id ?? '');
    if (element !== root) facets.delete('@id');
    else facets.set('format', element.namespace.replace(/\/$/, ''));
    const freigabe = [...walk(element)].find((each) => each.name === 'property' && each.attributes.name === 'freigabe');
    things.set(freeKey(things, id), {
      id,
      type: element === root ? 'definitions' : nameOf(element),
      name: element.attributes.name ?? id,
      facets,
      table: table ? readTable(table) : null,
      freigabe: element === root ? '' : (freigabe?.attributes.value ?? ''),
    });
  }
  return { things, drawings: root.children.filter(isDrawing) };
};
