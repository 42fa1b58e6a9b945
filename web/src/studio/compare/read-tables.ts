export type Column = { id: string; label: string };
export type Row = { id: string; why: string /** FEEL by column id. */; cells: Map<string, string> };
export type Table = { id: string; name: string; inputs: Column[]; outputs: Column[]; rows: Row[] };

const own = (parent: Element, name: string): Element[] => [...parent.children].filter((each) => each.localName === name);
const textOf = (element: Element | undefined, name: string): string => (element ? (own(element, name)[0]?.textContent ?? '').trim() : '');

const readTable = (decision: Element): Table[] => {
  const [table] = own(decision, 'decisionTable');
  if (!table) return [];
  const columnsOf = (name: string): Column[] =>
    own(table, name).map((each, index) => {
      const [id, label] = [each.getAttribute('id'), each.getAttribute('label')];
      const expression = textOf(own(each, 'inputExpression')[0], 'text');
      return { id: id ?? `${name} ${index}`, label: label || expression || each.getAttribute('name') || '' };
    });
  const [inputs, outputs] = [columnsOf('input'), columnsOf('output')];
  const rows = own(table, 'rule').map((rule) => {
    const entries = [
      ...own(rule, 'inputEntry').map((each, index) => [inputs[index]?.id, textOf(each, 'text')] as const),
      ...own(rule, 'outputEntry').map((each, index) => [outputs[index]?.id, textOf(each, 'text')] as const),
    ];
    return {
      id: rule.getAttribute('id') ?? '',
      why: textOf(rule, 'description') || textOf(own(rule, 'annotationEntry')[0], 'text'),
      cells: new Map(entries.flatMap(([column, text]) => (column ? [[column, text] as const] : []))),
    };
  });
  return [{ id: decision.getAttribute('id') ?? '', name: decision.getAttribute('name') ?? '', inputs, outputs, rows }];
};

/** The tables of a DMN text, for showing; what cannot be read shows none (the check says why). */
export const readTables = (xml: string | null): Table[] => {
  if (xml === null) return [];
  const read = new DOMParser().parseFromString(xml, 'application/xml');
  if (read.querySelector('parsererror')) return [];
  return own(read.documentElement, 'decision').flatMap(readTable);
};
